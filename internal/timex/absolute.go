package timex

// absoluteRules are dates that name themselves: days, months and years in all
// forms that newswires write, decades, centuries, seasons, holidays.
var absoluteRules = []rule{
	{"iso date", "YEAR - MM - DAYNUM | YEAR / MM / DAYNUM | YEAR . MM . DAYNUM", buildISO},
	{"numeric date", "DAYNUM / DAYNUM / YEAR|YY | DAYNUM ~ - ~ DAYNUM ~ - ~ YEAR|YY | DAYNUM ~ . ~ DAYNUM ~ . ~ YEAR|YY", buildNumeric},
	{"numeric day", "DAYNUM ~ / ~ DAYNUM", buildNumericDay},
	{"month day", "$weekday? MONTH the? DAY|SMALL ( ,? YEAR ERA? | ' YY )?", buildMonthDay},
	{"month day of year", "$weekday? MONTH the? DAY ,? of? the? $rel year", buildMonthDay},
	{"month day BC", "MONTH DAYNUM ,? ERAYEAR ERA", buildMonthDay},
	{"day month", "$weekday? the? DAY|DAYORD of? MONTH ( ,? YEAR ERA? | ' YY )?", buildMonthDay},
	{"day month of year", "$weekday? the? DAY of? MONTH ,? of? the? $rel year", buildMonthDay},
	{"day-month-year", "DAY ~ - ~ MONTH ~ - ~ YEAR|YY | DAY / MONTH / YEAR|YY", buildMonthDay},
	{"month year", "( the month of )? MONTH ( ,? | of | of the year | - | / ) YEAR ERA?", buildMonthYear},
	{"month short year", "MONTH ( ' | / ) YY", buildMonthYear},
	{"month BC", "MONTH ,? of? ERAYEAR ERA", buildMonthYear},
	{"month of year", "MONTH ,? of? the? $rel year", buildMonthYear},
	{"month/year", "MM ~ / ~ YEAR", buildNumericMonth},
	{"month", "the month of MONTH | ( this|last|next|past )? MONTH | this past|coming MONTH", buildMonth},
	{"weekday", "( this|last|next|past|coming )? WEEKDAY | this past|coming WEEKDAY", buildWeekday},
	{"weekday of week", "WEEKDAY ,? of? ( the )? $rel week | $rel week 's? WEEKDAY", buildWeekdayOfWeek},
	{"weekday and day", "$weekday the? DAYORD", buildWeekdayDay},
	{"BC year", "ERAYEAR ERA | ERA ERAYEAR", buildEraYear},
	{"year", "the? year|years? YEAR | the year of YEAR | the? year NUM", buildYear},
	{"decade", "the? DECADE ERA? | the YEAR - ~ DECADE", buildDecade},
	{"century", "the? ORD -? century ERA?", buildCentury},
	{"season year", "the? SEASON ( ,? | of | of the year ) YEAR ERA? | the? SEASON of? ERAYEAR ERA", buildSeasonYear},
	{"season of year", "the? SEASON of? the? $rel year", buildSeasonYear},
	{"season", "( the|this|last|next|past|that|coming|previous|following )? SEASON | this past|coming SEASON | the following|previous|next|coming|past|same SEASON", buildSeason},
	{"holiday", "( this|last|next )? HOLIDAY ( ,? of? YEAR | of? $rel year )?", buildHoliday},
}
