package place

import "strings"

// words makes a set of the words of a list.
func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// is a place rather than a party.
var locativeCase = words("in inside into to from at near across throughout outside within around via off through toward towards beyond along over")

// placeNouns are what a place is "of": "the city of Basra", "the outskirts of Kabul".
var placeNouns = words("city town village port capital province region district area state republic suburb suburbs outskirts north south east " +
	"west northeast northwest southeast southwest north-east north-west south-east south-west coast border borders part parts streets centre center " +
	"heart island islands peninsula territory valley sea strait straits gulf bay camp neighbourhood neighborhood county airport airspace waters " +
	"most much all half mountains plains shores banks kilometres kilometers miles km rest city's edge areas regions cities towns villages provinces " +
	"vicinity neighborhoods neighbourhoods jungles forests skies slums countryside hills roads edge surroundings environs interior map " +
	"battle siege liberation fall bombing shelling invasion occupation visit tour")

// aroundWords stand in a longer name of a place without changing which it is.
var aroundWords = words("the city of town province region state governorate district county northern southern eastern western central north south " +
	"east west northeastern northwestern southeastern southwestern upper lower greater nazi communist imperial colonial mainland metropolitan downtown inner outer rural urban wilaya municipality kingdom sultanate emirate commune department canton village port area " +
	" 's ’s s , ( ) oblast republic prefecture")

// besideWords may stand between a place and the larger one it is named with.
var besideWords = words("in the northern southern eastern western central north south east west northeastern northwestern southeastern southwestern of upper lower")

// "the Moscow government".
var actorNouns = words("government governments administration spokesman spokeswoman spokesperson aide aides press statement adviser advisers source sources regime authorities leadership leaders leader officials official diplomats diplomat " +
	"policy policies side delegation envoy envoys ambassador relations ties alliance axis troops forces army newspaper daily correspondent bureau office " +
	"police policeman policemen officer officers prosecutor prosecutors court courts mayor governor senator senators lawmakers lawmaker legislators legislature " +
	"parliament council councillors residents resident native natives man men woman women coach player players team fans academy striker captain " +
	"virus viruses ebolavirus disease fever flu syndrome treaty accord accords protocol convention conventions communique declaration agreement " +
	"students teachers voters taxpayers firm firms company companies stock shares exchange club magazine times")

// kindWords say what kind of place a name is that they stand with.
var kindWords = map[string]string{"city": "city", "town": "city", "village": "city", "port": "city", "suburb": "city",
	"cities": "city", "towns": "city", "villages": "city", "suburbs": "city", "provinces": "region", "states": "region", "islands": "region", "districts": "region",
	"country": "country", "nation": "country", "province": "region", "state": "region", "region": "region", "governorate": "region", "prefecture": "region", "oblast": "region",
	"island": "region", "peninsula": "region", "county": "region", "district": "region"}

// nearly always.
var ordinary = words("north south east west northern southern eastern western central upper lower january february march april may june july august " +
	"september october november december monday tuesday wednesday thursday friday saturday sunday federal union liberty independence victory " +
	"media enterprise police of most same best date man bar split mobile reading orange deal eye hope sale wells union industry commerce imperial " +
	"university college capital republic state city center centre river lake island mission normal price young christian grand royal national " +
	"general major hit sur as bo male mary ma tu an at to up van von de la el le do no so it he us me god allah islam democrat republican " +
	"green white black brown silver golden lincoln jackson jefferson madison parliament congress senate paradise opportunity justice " +
	"peace unity progress prosperity progreso libertad constitution revolution summit")

// visited are the verbs whose object is where they happen.
var visited = words("visit enter leave tour reach invade occupy cross flee bomb shell besiege attack capture liberate retake recapture storm raid seize " +
	"lose take control hold jolt rattle lash batter shake pound near overfly " +
	"overrun devastate ravage flood rock evacuate roam traverse surround encircle approach exit")

// US border", "Baghdad's outskirts".
var parts = words("border borders frontier soil territory airspace waters coast coastline shore shores mainland countryside suburb suburbs outskirts " +
	"airport port harbour harbor capital province provinces region district districts neighbourhood neighborhood north south east west northeast " +
	"northwest southeast southwest centre center downtown streets street square island islands peninsula desert mountains valley interior city town village " +
	"hinterland highlands jungle jungles enclave exclave")

// ships are the words before the name of a ship or an aircraft.
var ships = words("ship vessel tanker supertanker frigate destroyer cruiser corvette battleship submarine trawler ferry freighter liner yacht uss hms mv ss")

// titled are the words that open the full name of a state.
var titled = words("Republic Kingdom Commonwealth Federation Emirate Sultanate Union")

// departures are the verbs whose "for" leads to a place.
var departures = words("leave depart head sail embark bind set")

// borders are the nouns whose "with" leads to a place.
var borders = words("border borders frontier boundary")

// trusting are the words whose "in" leads to a party.
var trusting = words("trust confidence faith believe belief interest confide rein confident stake")

// directions are never places by themselves.
var directions = words("north south east west northern southern eastern western central upper lower")

// motion are the words after which "to" leads to a place.
var motion = words("fled went flew sent brought led took drove ran rode withdrew spread going traveling travelling moving fleeing heading going " +
	"go travel fly return arrive come visit trip move flee send deploy deliver bring head drive withdraw transfer ship sail march " +
	"lead journey tour flight pilgrimage mission delegation convoy aid export import deport extradite evacuate retreat cross walk ride run tie " +
	"escape emigrate immigrate migrate relocate dispatch invite accompany road route way voyage invitation back airlift smuggle repatriate take " +
	"spread extend expand entry access border close next deployment return withdrawal delivery shipment exile expel departure leave depart")
