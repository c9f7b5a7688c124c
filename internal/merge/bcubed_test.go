package merge

// bCubed scores a clustering of n items, given as the cluster of each, against
// the true one (Bagga and Baldwin 1998).
func bCubed(truth, got []int) (precision, recall, f1 float64) {
	type both struct{ t, g int }
	ofTruth, ofGot, ofBoth := map[int]int{}, map[int]int{}, map[both]int{}
	for i := range truth {
		ofTruth[truth[i]]++
		ofGot[got[i]]++
		ofBoth[both{truth[i], got[i]}]++
	}
	for i := range truth {
		n := float64(ofBoth[both{truth[i], got[i]}])
		precision += n / float64(ofGot[got[i]])
		recall += n / float64(ofTruth[truth[i]])
	}
	n := float64(max(1, len(truth)))
	precision, recall = precision/n, recall/n
	return precision, recall, 2 * precision * recall / max(precision+recall, 1e-9)
}
