package merge

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var conllu = flag.String("conllu", "", "folder of CoNLL-U files of UD English-GUM from which data/frequency.txt is rebuilt")

// TestRebuildFrequencies writes data/frequency.txt anew where -conllu is given.
func TestRebuildFrequencies(t *testing.T) {
	if *conllu == "" {
		t.Skip("no -conllu")
	}
	files, err := filepath.Glob(filepath.Join(*conllu, "gum-*.conllu"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no gum-*.conllu in %s", *conllu)
	}
	count, sentences := map[string]int{}, 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if s, ok := strings.CutPrefix(line, "# text = "); ok {
				sentences++
				countStems(s, count)
			}
		}
	}
	if err := os.WriteFile("data/frequency.txt", []byte(frequencyText(count, sentences)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func countStems(sentence string, count map[string]int) {
	seen := map[string]bool{}
	for _, f := range split(sentence) {
		if s := stem(f.lower); lowerASCII(s) && !seen[s] {
			seen[s] = true
			count[s]++
		}
	}
}

func frequencyText(count map[string]int, sentences int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# In how many sentences of UD English-GUM 2.16 (without the genres whose texts forbid commercial use) a\n"+
		"# stem stands, where %d or more. GUM's annotation is CC BY 4.0. Rebuilt by\n"+
		"# go test -run TestRebuildFrequencies -conllu FOLDER. The line * counts the sentences.\n* %d\n", rare, sentences)
	stems := make([]string, 0, len(count))
	for s, n := range count {
		if n >= rare {
			stems = append(stems, s)
		}
	}
	slices.Sort(stems)
	for _, s := range stems {
		fmt.Fprintf(&b, "%s %d\n", s, count[s])
	}
	return b.String()
}

func TestWeight(t *testing.T) {
	f := frequency()
	if the, treaty := f.weight("the"), f.weight("bulldoz"); the >= treaty || treaty != 1 {
		t.Errorf("weights of a common and a rare stem: %v and %v", the, treaty)
	}
}
