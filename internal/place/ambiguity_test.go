package place_test

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// TestAmbiguity reads one name in texts that decide what it means. The place of the
// last mention of the name must be the wanted one; "" asks for none.
func TestAmbiguity(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, name, state, precision, rule string }{
		{"Protesters gathered in Georgia after the vote in Tbilisi.", "Georgia", "GEO", "country", ""},
		{"Voters in Georgia went to the polls on Tuesday, and turnout in Atlanta was high. Officials in Florida and Alabama reported no trouble.", "Georgia", "USA", "region", ""},
		{"The US state of Georgia executed a prisoner.", "Georgia", "USA", "region", ""},
		{"Georgian troops crossed a river in western Georgia.", "Georgia", "GEO", "country", ""},
		{"Refugees from Syria arrived in Jordan on Monday.", "Jordan", "JOR", "country", ""},
		{"Michael Jordan spoke in Chicago. Jordan said he would return.", "Jordan", "", "", ""},
		{"Ebola has spread in Guinea, doctors said in Conakry.", "Guinea", "GIN", "country", ""},
		{"Soldiers mutinied in Guinea-Bissau.", "Guinea-Bissau", "GNB", "country", ""},
		{"Oil was found in Equatorial Guinea.", "Equatorial Guinea", "GNQ", "country", ""},
		{"An earthquake struck in Papua New Guinea.", "Papua New Guinea", "PNG", "country", ""},
		{"A factory in Springfield, Missouri, burned down.", "Springfield", "USA", "city", "named with"},
		{"A factory in Springfield, Ill., burned down.", "Springfield", "USA", "city", "named with"},
		{"Somebody was seen in Springfield.", "Springfield", "", "", ""},
		{"Militias fought in Tripoli, and the Libyan government fled.", "Tripoli", "LBY", "city", ""},
		{"Gunmen clashed in the Lebanese city of Tripoli.", "Tripoli", "LBN", "city", "named with"},
		{"Gunmen clashed in Tripoli in northern Lebanon.", "Tripoli", "LBN", "city", "named with"},
		{"Gunmen clashed in Tripoli (Lebanon).", "Tripoli", "LBN", "city", "named with"},
		{"Ministers met in Paris on Friday.", "Paris", "FRA", "city", ""},
		{"A tornado hit Paris, Texas, on Friday. Schools in Paris were closed.", "Paris", "USA", "city", "spelled out"},
		{"Paris Hilton was seen in Los Angeles.", "Paris", "", "", ""},
		{"Rebels advanced on the capital of Chad, and fighting was reported in Chad.", "Chad", "TCD", "country", ""},
		{"Chad Smith was arrested in Denver.", "Chad", "", "", ""},
		{"Thousands fled to Turkey.", "Turkey", "TUR", "country", ""},
		{"Talks on the name were held in Macedonia, officials in Skopje said.", "Macedonia", "MKD", "country", ""},
		{"Rebels attacked a village in Congo, officials in Kinshasa said.", "Congo", "COD", "country", ""},
		{"Refugees arrived in Congo-Brazzaville.", "Congo-Brazzaville", "COG", "country", ""},
		{"French troops arrived in Niger, and jets landed in Niamey.", "Niger", "NER", "country", ""},
		{"Gunmen kidnapped pupils in Niger State, Nigerian police said.", "Niger State", "NGA", "region", ""},
		{"Peace talks resumed in Cyprus.", "Cyprus", "CYP", "country", ""},
		{"Students marched in Santiago, and the Chilean government resigned.", "Santiago", "CHL", "city", ""},
		{"Thousands of pilgrims arrived in Santiago de Compostela.", "Santiago de Compostela", "ESP", "city", ""},
		{"A strike began in Santiago de Cuba.", "Santiago de Cuba", "CUB", "city", ""},
		{"The Costa Rican president spoke in San José.", "San José", "CRI", "city", ""},
		{"Engineers in San Jose, California, went on strike.", "San Jose", "USA", "city", "named with"},
		{"Floods killed dozens in Valencia, the Spanish government said.", "Valencia", "ESP", "city", ""},
		{"Venezuelan workers struck in Valencia and Maracaibo.", "Valencia", "VEN", "city", ""},
		{"Argentine police clashed with students in Córdoba and Rosario.", "Córdoba", "ARG", "city", ""},
		{"Spanish farmers protested in Córdoba and Seville.", "Córdoba", "ESP", "city", ""},
		{"A church was bombed in Alexandria, Egyptian police said.", "Alexandria", "EGY", "city", ""},
		{"A man was arrested in Alexandria, Va.", "Alexandria", "USA", "city", "named with"},
		{"British police raided a house in Birmingham.", "Birmingham", "GBR", "city", ""},
		{"Police in Birmingham, Alabama, used dogs.", "Birmingham", "USA", "city", "named with"},
		{"Scientists in Cambridge, Massachusetts, found it.", "Cambridge", "USA", "city", "named with"},
		{"British scientists in Cambridge found it.", "Cambridge", "GBR", "city", ""},
		{"Bush fires burned in Victoria and New South Wales, Australian officials said.", "Victoria", "AUS", "region", ""},
		{"The Canadian navy held exercises near Victoria, British Columbia.", "Victoria", "CAN", "city", "named with"},
		{"Indian police detained a man in Hyderabad.", "Hyderabad", "IND", "city", ""},
		{"Pakistani police detained a man in Hyderabad and another in Karachi.", "Hyderabad", "PAK", "city", ""},
		{"A gunman opened fire in London, Ontario.", "London", "CAN", "city", "named with"},
		{"The Peruvian army fought in Trujillo.", "Trujillo", "PER", "city", ""},
		{"Honduran police found drugs in Trujillo and La Ceiba.", "Trujillo", "HND", "city", ""},
		{"Fires spread in eastern Washington and in Oregon.", "Washington", "USA", "region", ""},
		{"The secretary met diplomats in Washington.", "Washington", "USA", "city", ""},
		{"Moscow said it would answer.", "Moscow", "", "", ""},
		{"Iraq accused Kuwait of theft.", "Iraq", "", "", ""},
		{"The summit in the Gulf ended.", "Gulf", "", "sea", ""},
		{"A march was held in Leningrad.", "Leningrad", "RUS", "city", ""},
		{"The war in Yugoslavia went on.", "Yugoslavia", "YUG", "country", ""},
		{"Troops mutinied in Zaire.", "Zaire", "COD", "country", ""},
		{"Thousands fled from East Germany.", "East Germany", "DDR", "country", ""},
		{"The premier arrived in Peking on Sunday.", "Peking", "CHN", "city", ""},
		{"Helicopters left Saigon as the city fell; crowds waited in Saigon.", "Saigon", "VNM", "city", ""},
	} {
		m := lastOf(p, c.text, c.name)
		switch {
		case m == nil && c.state == "" && c.precision == "":
		case m == nil:
			t.Errorf("%q: no place %s", c.text, c.name)
		case m.Place.Country != c.state || m.Place.Precision != c.precision:
			t.Errorf("%q: %s, %s, %s (%s), want %s %s", c.text, m.Place.Name, m.Place.Country, m.Place.Precision, m.Why.Rule, c.state, c.precision)
		case m.Why.Rule == "" || len(m.Why.Spans) == 0 || !strings.Contains(m.Why.Rule, c.rule):
			t.Errorf("%q: explained by %q, want %q", c.text, m.Why.Rule, c.rule)
		}
	}
}

// lastOf is the last place mention that lies in a name of the text.
func lastOf(p *pipeline.Pipeline, text, name string) *dateline.Mention {
	r := pipeline.Whole("own", text, "")
	p.Annotate(text, &r)
	var out *dateline.Mention
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if at := strings.LastIndex(text, name); m.Kind == dateline.PlaceMention && m.Span.Overlaps(dateline.Span{Start: at, End: at + len(name)}) {
			out = m
		}
	}
	return out
}
