// Package entity finds who a report speaks of: states, organisations, groups
// and people, with their codes, offices and sectors, and what pronouns and
// descriptions such as "the two sides" refer back to.
//
// The shipped knowledge (data/*.tsv) names states, organisations and leaders;
// everybody else is resolved from the words around the name: a nationality, a
// title, an apposition. What the words do not settle stays unresolved.
package entity
