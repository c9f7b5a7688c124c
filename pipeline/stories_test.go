package pipeline_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// storiesFloor is the precision that stories must keep.
const storiesFloor = 0.85

// TestStories codes news articles that are labelled with the affair that they tell
// of and scores the stories by the affairs of their events (B-cubed, Bagga and
// Baldwin 1998). An event without a story is one by itself.
func TestStories(t *testing.T) {
	docs, reports, affair := readAffairs(t)
	events, stories := pipeline.Merge(docs, reports, nil)
	members := map[dateline.StoryID][]int{} // affairs of the events
	sizes := map[int]int{}
	for _, e := range events {
		id := e.Story
		if id == "" {
			id = dateline.StoryID(e.ID)
		}
		a := affair[e.Reports[0]]
		members[id], sizes[a] = append(members[id], a), sizes[a]+1
	}
	var precision, recall float64
	for _, m := range members {
		for _, a := range m {
			same := len(slices.DeleteFunc(slices.Clone(m), func(b int) bool { return b != a }))
			precision += float64(same) / float64(len(m)) / float64(len(events))
			recall += float64(same) / float64(sizes[a]) / float64(len(events))
		}
	}
	for _, s := range stories {
		t.Logf("%s – %s, %d events: %s", s.First, s.Last, len(s.Events), s.Title)
	}
	t.Logf("%d events, %d stories: B-cubed P %.3f R %.3f F1 %.3f", len(events), len(stories), precision, recall, 2*precision*recall/(precision+recall))
	if precision < storiesFloor {
		t.Errorf("precision %.3f, want %.2f", precision, storiesFloor)
	}
}

// readAffairs codes the labelled articles; affair is the label of a report.
func readAffairs(t *testing.T) (docs []*dateline.Document, reports []dateline.Report, affair map[dateline.ReportID]int) {
	t.Helper()
	f, err := os.Open("../../shared/data/merge/news_cluster.dev.jsonl")
	if err != nil {
		t.Skip("no labelled articles here")
	}
	defer f.Close()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	affair = map[dateline.ReportID]int{}
	for dec := json.NewDecoder(bufio.NewReader(f)); dec.More(); {
		var a struct {
			Event               int
			Outlet, Title, Text string
			Published           dateline.Day
		}
		if err := dec.Decode(&a); err != nil {
			t.Fatal(err)
		}
		text := strings.ToValidUTF8(a.Title+"\n\n"+a.Text, "")
		doc := &dateline.Document{ID: dateline.IDOf([]byte(a.Outlet + text)), Text: text, Body: []byte(text), Published: a.Published, MediaType: "text/plain"}
		docs = append(docs, doc)
		for _, r := range p.Code(doc) {
			r.Outlet = dateline.Outlet{Name: a.Outlet}
			reports = append(reports, r)
			affair[r.ID] = a.Event
		}
	}
	return docs, reports, affair
}
