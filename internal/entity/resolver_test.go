package entity

import "testing"

func TestNew(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.know.states) < 200 {
		t.Errorf("%d states", len(v.know.states))
	}
}
