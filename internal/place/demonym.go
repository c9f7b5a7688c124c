package place

import "strings"

// demonymTable are the peoples of states by alpha-3 code, in the singular.
const demonymTable = `AFG Afghan;ALB Albanian;DZA Algerian;AGO Angolan;ARG Argentine,Argentinian;ARM Armenian;AUS Australian;AUT Austrian;AZE Azerbaijani,Azeri
BHR Bahraini;BGD Bangladeshi;BLR Belarusian,Belarussian,Belorussian;BEL Belgian;BEN Beninese;BTN Bhutanese;BOL Bolivian;BIH Bosnian;BWA Botswanan;BRA Brazilian
BRN Bruneian;BGR Bulgarian;BFA Burkinabe;MMR Burmese;BDI Burundian;KHM Cambodian;CMR Cameroonian;CAN Canadian;TCD Chadian;CHL Chilean;CHN Chinese
COL Colombian;COD Congolese;CRI Costa Rican;HRV Croatian,Croat;CUB Cuban;CYP Cypriot;CZE Czech;DNK Danish,Dane;DJI Djiboutian;ECU Ecuadorian,Ecuadorean
EGY Egyptian;GBR British,Briton,Scottish,Welsh;ERI Eritrean;EST Estonian;ETH Ethiopian;FJI Fijian;FIN Finnish;FRA French;GAB Gabonese;GMB Gambian;GEO Georgian
DEU German;GHA Ghanaian;GRC Greek;GTM Guatemalan;GIN Guinean;GUY Guyanese;HTI Haitian;HND Honduran;HUN Hungarian;ISL Icelandic;IND Indian
IDN Indonesian;IRN Iranian;IRQ Iraqi;IRL Irish;ISR Israeli;ITA Italian;CIV Ivorian;JAM Jamaican;JPN Japanese;JOR Jordanian;KAZ Kazakh,Kazakhstani
KEN Kenyan;XKK Kosovar;KWT Kuwaiti;KGZ Kyrgyz;LAO Lao,Laotian;LVA Latvian;LBN Lebanese;LBR Liberian;LBY Libyan;LTU Lithuanian;MKD Macedonian
MDG Malagasy;MWI Malawian;MYS Malaysian;MDV Maldivian;MLI Malian;MRT Mauritanian;MEX Mexican;MDA Moldovan;MNG Mongolian;MNE Montenegrin;MAR Moroccan
MOZ Mozambican;NAM Namibian;NPL Nepalese,Nepali;NLD Dutch;NIC Nicaraguan;NER Nigerien;NGA Nigerian;NOR Norwegian;OMN Omani;PAK Pakistani;PSE Palestinian
PAN Panamanian;PRY Paraguayan;PER Peruvian;PHL Philippine,Filipino;POL Polish;PRT Portuguese;QAT Qatari;ROU Romanian;RUS Russian,Chechen;RWA Rwandan
SAU Saudi;SEN Senegalese;SRB Serbian,Serb;SLE Sierra Leonean;SVK Slovak;SVN Slovenian,Slovene;SOM Somali;ZAF South African;ESP Spanish;LKA Sri Lankan;SDN Sudanese
SWE Swedish;CHE Swiss;SYR Syrian;TWN Taiwanese;TJK Tajik;TZA Tanzanian;THA Thai;TUN Tunisian;TUR Turkish,Turk;TKM Turkmen;UGA Ugandan
UKR Ukrainian;ARE Emirati;URY Uruguayan;UZB Uzbek;VEN Venezuelan;VNM Vietnamese;YEM Yemeni;ZMB Zambian;ZWE Zimbabwean;USA American`

// demonyms maps the word for a people to the state's code.
func demonyms() map[string]string {
	out := map[string]string{}
	for _, row := range strings.FieldsFunc(demonymTable, func(r rune) bool { return r == ';' || r == '\n' }) {
		code, names, _ := strings.Cut(row, " ")
		for _, n := range strings.Split(names, ",") {
			if !strings.Contains(n, " ") {
				out[n] = code
			}
		}
	}
	return out
}

// shortAreas are the short names of the states and provinces of America, Canada and
// Australia in datelines, folded.
var shortAreas = func() map[string]string {
	out := map[string]string{}
	const table = "ala=alabama ariz=arizona ark=arkansas calif=california colo=colorado conn=connecticut del=delaware fla=florida ga=georgia " +
		"ill=illinois ind=indiana kan=kansas ky=kentucky la=louisiana md=maryland mass=massachusetts mich=michigan minn=minnesota miss=mississippi " +
		"mo=missouri mont=montana neb=nebraska nev=nevada nh=new-hampshire nj=new-jersey nm=new-mexico ny=new-york nc=north-carolina nd=north-dakota " +
		"okla=oklahoma ore=oregon pa=pennsylvania ri=rhode-island sc=south-carolina sd=south-dakota tenn=tennessee tex=texas vt=vermont va=virginia " +
		"wash=washington wva=west-virginia wis=wisconsin wyo=wyoming tx=texas ca=california fl=florida il=illinois oh=ohio az=arizona ct=connecticut " +
		"dc=district-of-columbia ks=kansas ma=massachusetts mi=michigan mn=minnesota ms=mississippi mt=montana ne=nebraska nv=nevada ok=oklahoma " +
		"tn=tennessee ut=utah wv=west-virginia wi=wisconsin wy=wyoming ia=iowa id=idaho ak=alaska ar=arkansas co=colorado " +
		"ont=ontario alta=alberta sask=saskatchewan bc=british-columbia que=quebec qc=quebec nb=new-brunswick ns=nova-scotia pei=prince-edward-island " +
		"nfld=newfoundland-and-labrador nsw=new-south-wales qld=queensland vic=victoria tas=tasmania"
	for _, pair := range strings.Fields(table) {
		short, full, _ := strings.Cut(pair, "=")
		out[short] = strings.ReplaceAll(full, "-", " ")
	}
	return out
}()
