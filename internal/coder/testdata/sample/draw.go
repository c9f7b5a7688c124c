// Command draw takes sentences at random from the news that lies beside the
// project and writes the articles they stand in, so that what the program codes of
// them can be judged by hand. The same seed draws the same sentences.
//
//	go run ./internal/coder/testdata/sample -shared ../shared -seed 1 -n 100 -out /tmp/sample
//
// It writes OUT/ID.txt, an article each, and OUT/windows.jsonl: the byte range of
// each sentence and, for reading, its words. Articles are drawn evenly over the
// sources, one sentence an article.
package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"html"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// article is one news item; source is the stratum it is drawn from.
type article struct{ source, id, text string }

func (a article) name() string { return a.source + "-" + a.id + ".txt" }

// window is a drawn sentence.
type window struct {
	Path  string `json:"path"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

func main() {
	shared := flag.String("shared", "../shared", "folder with the data")
	seed := flag.Uint64("seed", 1, "seed of the draw")
	n := flag.Int("n", 100, "sentences")
	out := flag.String("out", "sample", "folder to write")
	skip := flag.String("skip", "", "windows.jsonl of an earlier draw, whose articles are left out")
	flag.Parse()
	if err := run(*shared, *out, *skip, *seed, *n); err != nil {
		log.Fatal(err)
	}
}

func run(shared, out, skip string, seed uint64, n int) error {
	var all []article
	for _, read := range []func(string) ([]article, error){worldwide, reuters, timebank, polnear, clusters, wikinews, releases} {
		list, err := read(shared)
		if err != nil {
			return err
		}
		all = append(all, list...)
	}
	before, err := windows(skip)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(a article) bool { return before[a.name()] })
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for _, a := range draw(all, rand.New(rand.NewPCG(seed, 0)), n) {
		name := a.name()
		w := window{name, a.start, a.end, a.text[a.start:a.end]}
		err := errors.Join(enc.Encode(w), os.WriteFile(filepath.Join(out, name), []byte(a.text), 0o644))
		if err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "windows.jsonl"), lines.Bytes(), 0o644)
}

// windows are the paths of an earlier draw; none without a file.
func windows(path string) (map[string]bool, error) {
	out := map[string]bool{}
	if path == "" {
		return out, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var w window
		if err := dec.Decode(&w); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out[w.Path] = true
	}
}

type drawn struct {
	article
	start, end int
}

// draw goes round the sources and takes an article and a sentence of it each time.
func draw(all []article, r *rand.Rand, n int) []drawn {
	by := map[string][]article{}
	for _, a := range all {
		by[a.source] = append(by[a.source], a)
	}
	var sources []string
	for s := range by {
		slices.SortFunc(by[s], func(a, b article) int { return cmp.Compare(a.id, b.id) })
		sources = append(sources, s)
	}
	slices.Sort(sources)
	var out []drawn
	for i, left := 0, len(all); len(out) < n && left > 0; i++ {
		s := sources[i%len(sources)]
		if len(by[s]) == 0 {
			continue
		}
		left--
		k := r.IntN(len(by[s]))
		a := by[s][k]
		by[s] = slices.Delete(by[s], k, k+1)
		if list := sentences(a.text); len(list) > 0 {
			at := list[r.IntN(len(list))]
			out = append(out, drawn{a, at[0], at[1]})
		}
	}
	return out
}

var ending = regexp.MustCompile(`[.?!]["”’')]*\s+|\n\s*\n`)

var abbreviation = regexp.MustCompile(`(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|[a-z]\.[a-z])\.\s+$`)

// sentences are the byte ranges of the sentences of seven words and more.
func sentences(text string) [][2]int {
	var out [][2]int
	start := 0
	for _, m := range append(ending.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		if abbreviation.MatchString(text[start:m[1]]) {
			continue
		}
		s := strings.TrimSpace(text[start:m[1]])
		if len(strings.Fields(s)) >= 7 {
			at := start + strings.Index(text[start:], s)
			out = append(out, [2]int{at, at + len(s)})
		}
		start = m[1]
	}
	return out
}

var regions = map[string]string{
	"af": "africa", "et": "africa", "ghana": "africa", "kenya": "africa", "panaf": "africa", "sa": "africa", "mauritius": "africa", "nm": "africa",
	"cn": "east-asia", "kr": "east-asia", "jp": "east-asia", "tw": "east-asia", "mong": "east-asia", "th": "east-asia", "my": "east-asia", "asia": "east-asia",
	"in": "south-asia", "bangladesh": "south-asia",
	"eg": "middle-east", "iran": "middle-east", "israel": "middle-east", "kw": "middle-east", "oman": "middle-east", "qt": "middle-east",
	"saud": "middle-east", "uae": "middle-east", "alg": "middle-east", "jr": "middle-east",
	"aus": "oceania-canada", "nz": "oceania-canada", "canada": "oceania-canada",
}

// worldwide reads tokens, a line each with blank lines between sentences, and puts
// the text together again.
func worldwide(shared string) ([]article, error) {
	data, err := os.ReadFile(filepath.Join(shared, "data/ner/worldwide-dev.tsv"))
	if err != nil {
		return nil, err
	}
	var out []article
	for _, part := range strings.Split(string(data), "# doc = ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		country, _, _ := strings.Cut(name, "_")
		var b strings.Builder
		for _, line := range strings.Split(body, "\n") {
			word, _, _ := strings.Cut(line, "\t")
			switch {
			case strings.HasPrefix(word, "http"):
			case word == "":
				b.WriteString("\n\n")
			default:
				b.WriteString(word + " ")
			}
		}
		out = append(out, article{cmp.Or(regions[country], "latin-america"), strings.TrimSuffix(name, ".txt.tsv"), joined(b.String())})
	}
	return out, nil
}

var spaced = strings.NewReplacer(" .", ".", " ,", ",", " ;", ";", " :", ":", " ?", "?", " !", "!", " 's", "'s", " ’s", "’s", " n't", "n't", " n’t", "n’t",
	"( ", "(", " )", ")", "“ ", "“", " ”", "”", " '", "'", " - ", "-", "$ ", "$", " %", "%")

func joined(s string) string { return spaced.Replace(s) }

var (
	story    = regexp.MustCompile(`(?s)NEWID="(\d+)".*?</REUTERS>`)
	headline = regexp.MustCompile(`(?s)<TITLE>(.*?)</TITLE>`)
	dateline = regexp.MustCompile(`(?s)<DATELINE>(.*?)</DATELINE>`)
	body     = regexp.MustCompile(`(?s)<BODY>(.*?)(?:\s*(?i:reuter)\s*)?&#3;</BODY>`)
	control  = regexp.MustCompile(`&#\d+;`)
)

func reuters(shared string) ([]article, error) {
	f, err := os.Open(filepath.Join(shared, "inputs/reuters-21578.tar.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []article
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(t)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(h.Name, ".sgm") {
			out = append(out, stories(string(data))...)
		}
	}
}

func stories(data string) []article {
	var out []article
	for _, m := range story.FindAllStringSubmatch(data, -1) {
		b := body.FindStringSubmatch(m[0])
		if b == nil {
			continue
		}
		text := first(dateline, m[0]) + b[1]
		text = html.UnescapeString(control.ReplaceAllString(text, ""))
		out = append(out, article{"reuters", m[1], html.UnescapeString(first(headline, m[0])) + "\n\n" + strings.TrimSpace(text) + "\n"})
	}
	return out
}

func first(re *regexp.Regexp, s string) string {
	if m := re.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

func timebank(shared string) ([]article, error) {
	return eachLine(filepath.Join(shared, "data/timex/timebank.text.jsonl"), func(v map[string]any) article {
		id := v["id"].(string)
		source := "newswire-1990s"
		switch id[:3] {
		case "wsj":
			source = "wsj-1989"
		case "VOA", "ABC", "CNN", "PRI":
			source = "broadcast-1998"
		}
		return article{source, id, v["text"].(string)}
	})
}

func polnear(shared string) ([]article, error) {
	return eachLine(filepath.Join(shared, "data/attribution/polnear/train.text.jsonl"), func(v map[string]any) article {
		return article{"us-2016", v["id"].(string), v["text"].(string)}
	})
}

func clusters(shared string) ([]article, error) {
	return eachLine(filepath.Join(shared, "data/merge/news_cluster.dev.jsonl"), func(v map[string]any) article {
		return article{"world-2017", v["id"].(string)[:12], v["text"].(string)}
	})
}

func eachLine(path string, make func(map[string]any) article) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []article
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var v map[string]any
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, make(v))
	}
	return out, in.Err()
}

// wikinews reads the news documents of GUM from the comments of its trees.
func wikinews(shared string) ([]article, error) {
	data, err := os.ReadFile(filepath.Join(shared, "data/ud/gum-train.conllu"))
	if err != nil {
		return nil, err
	}
	var out []article
	for _, part := range strings.Split(string(data), "# newdoc id = ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		if !strings.HasPrefix(name, "GUM_news") {
			continue
		}
		var b strings.Builder
		for _, line := range strings.Split(body, "\n") {
			if strings.HasPrefix(line, "# newpar") {
				b.WriteString("\n\n")
			}
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				b.WriteString(text + " ")
			}
		}
		out = append(out, article{"wikinews", name, strings.TrimSpace(b.String()) + "\n"})
	}
	return out, nil
}

// releases reads the press releases of ministries and commands.
func releases(shared string) ([]article, error) {
	names, err := filepath.Glob(filepath.Join(shared, "data/ner/re3d/*.documents.json"))
	if err != nil {
		return nil, err
	}
	var out []article
	for _, name := range names {
		if strings.Contains(name, "wikipedia") {
			continue
		}
		list, err := eachLine(name, func(v map[string]any) article {
			return article{"releases", v["_id"].(string)[:12], v["text"].(string)}
		})
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}
