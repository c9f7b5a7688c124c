// Package dateline is the vocabulary of the program: the types that its
// stages read and write, the Store interface and the kinds of error.
//
// dateline turns press coverage into a sourced record of political events:
// who did what to whom, when and where, according to whom. A [Document] is cut
// into [Report]s; a Report gets [Sentence]s with syntax, [Mention]s of actors,
// places and times, [Attribution]s nested into chains, and [Claim]s; Claims of
// many Reports cluster into [Event]s, Events into Stories.
//
// Names are those of the field: CoNLL-U for syntax, TIMEX3 for time, PARC and
// PolNeAR for attribution, PLOVER for events. The package imports the standard
// library only.
package dateline
