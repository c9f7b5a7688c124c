-- Events in the order in which they are listed: those without a first day come last.
DROP INDEX events_first;
CREATE INDEX events_order ON events (first = '', first, id);
