package merge

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/dateline/dateline"
)

// readNews reads articles with the event that each is labelled with.
func readNews(t *testing.T) (as []Article, events []int) {
	t.Helper()
	f, err := os.Open("../../../shared/data/merge/news_cluster.dev.jsonl")
	if err != nil {
		t.Skip("no labelled articles here")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct {
			Event       int
			Published   dateline.Day
			Title, Text string
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		as, events = append(as, Article{d.Title, d.Text, d.Published}), append(events, d.Event)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return as, events
}

// TestNewsClusters chooses settings on the articles of one half of the events and
// reports B-cubed on the other half, both ways round.
func TestNewsClusters(t *testing.T) {
	as, events := readNews(t)
	half := func(h int) (part []Article, truth []int) {
		for i := range as {
			if events[i]/2%2 == h {
				part, truth = append(part, as[i]), append(truth, events[i])
			}
		}
		return part, truth
	}
	for h := range 2 {
		part, truth := half(h)
		best, bestF := articleSettings{}, 0.0
		for _, s := range articleGrid() {
			if _, _, f := bCubed(truth, groupArticles(part, s)); f > bestF {
				best, bestF = s, f
			}
		}
		part, truth = half(1 - h)
		p, r, f := bCubed(truth, groupArticles(part, best))
		t.Logf("settings %+v chosen on half %d (F1 %.3f); on the other half: P %.3f R %.3f F1 %.3f", best, h, bestF, p, r, f)
		if f < 0.93 {
			t.Errorf("B-cubed F1 %.3f on half %d, want 0.93", f, 1-h)
		}
	}
}

// articleGrid are the settings that are tried.
func articleGrid() []articleSettings {
	var out []articleSettings
	for _, title := range []float64{1, 3} {
		for _, opening := range []int{100, 300} {
			for _, fade := range []float64{30, 100} {
				for threshold := 0.06; threshold < 0.25; threshold += 0.02 {
					out = append(out, articleSettings{threshold, title, 1.5, opening, 0.5, fade})
				}
			}
		}
	}
	return out
}
