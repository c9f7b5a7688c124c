package dateline

// Token is one syntactic word: the CoNLL-U columns, and the bytes it stands for.
type Token struct {
	Span   Span
	Form   string // the word as written; for a part of a multiword token, the part's form
	Lemma  string
	UPOS   string // universal part of speech, "NOUN"
	XPOS   string // Penn Treebank tag, "NNS"
	Feats  string // "Number=Plur|…", "" for none
	Head   int    // index of the head in the same sentence, -1 for the root
	Deprel string // UD relation with its subtype, "nsubj:pass"
	// Part is 0 for a word written alone; within a multiword token ("don't")
	// its words are numbered 1, 2, … and their Spans divide the token's bytes.
	Part int
}

// NameType is the kind of a named entity.
type NameType string

// Types of named entity.
const (
	PersonName NameType = "PER"
	OrgName    NameType = "ORG"
	PlaceName  NameType = "LOC"
	GroupName  NameType = "NORP" // nationality, religious or political group
	OtherName  NameType = "MISC" // events, works, products, laws
)

// Name is a named entity: the tokens [First, Last) of a sentence.
type Name struct {
	First, Last int
	Type        NameType
}

// Sentence is a sentence of a report with its syntax. Tokens' spans lie in order
// within Span, and only white space or line prefixes lie between them.
type Sentence struct {
	Span      Span
	Paragraph int  // index into Report.Paragraphs
	Heading   bool // stands in a headline or crosshead
	Tokens    []Token
	Names     []Name
}
