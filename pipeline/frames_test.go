package pipeline

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/token"
)

// TestFrames parses the test sentence of every frame that ships. One in fifty may fail,
// and the log names them: the parser errs on bare sentences ("France opposed the plan"),
// and of two frames for one event the other one may be chosen.
func TestFrames(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	failures, total := p.coder.CheckFrames(func(text string) []dateline.Sentence {
		ss := token.Split(text, blocks(text))
		p.model.Annotate(ss)
		return ss
	})
	if total < 500 {
		t.Errorf("%d test sentences only", total)
	}
	t.Log(strings.Join(failures, "\n"))
	if len(failures)*50 > total {
		t.Errorf("%d of %d test sentences of frames fail, more than the parser's share", len(failures), total)
	}
}
