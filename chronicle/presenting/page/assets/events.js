"use strict";
// The events, and which of them are asked for. Text from documents is data: it reaches the page by textContent alone.
const data = JSON.parse(document.getElementById("data").textContent);
const FACETS = [
  {name: "type", label: "Type"},
  {name: "mode", label: "Mode"},
  {name: "country", label: "Country", many: true},
  {name: "actor", label: "Actor", many: true},
  {name: "venue", label: "Venue"},
  {name: "year", label: "Year"},
];
const NONE = "—";

// What the reader has chosen: words, values of each facet, whether all of them have to hold, a period of the timeline.
const chosen = {words: "", period: "", values: {}, all: {}};
for (const facet of FACETS) {
  chosen.values[facet.name] = new Set();
  chosen.all[facet.name] = false;
}

function words(text) {
  return text.replaceAll("_", " ");
}

function takesPart(event) {
  return (event.parts || []).map(number => data.parts[number]).filter(part => !part.mentioned);
}

// The values of each facet that an event has; an event without any has NONE.
function facetsOf(event) {
  const parts = takesPart(event);
  const found = {
    type: [event.type],
    mode: event.mode ? [event.mode] : [],
    country: parts.map(part => part.country).filter(Boolean),
    actor: parts.map(part => part.actor),
    venue: event.venues || [],
    year: event.start ? [event.start.slice(0, 4)] : [],
  };
  return FACETS.map(({name}) => found[name].length ? [...new Set(found[name])] : [NONE]);
}

const facetValues = data.events.map(facetsOf);

// What a value is called, and which country a venue or an actor belongs to.
function called(name, value) {
  if (value === NONE) return {mode: "no mode", country: "no country", actor: "nobody", venue: "no venue", year: "no date"}[name];
  if (name === "actor") return data.actors[value].name;
  if (name === "venue") return data.places[value].name;
  return words(value);
}

function fits(name, has) {
  const values = chosen.values[name];
  if (!values.size) return true;
  return chosen.all[name] ? [...values].every(value => has.includes(value)) : has.some(value => values.has(value));
}

// The events that fit, and for each facet how many events each value has among those that fit all other facets.
function ask() {
  const asked = wanted(chosen.words);
  const isSought = asked.with.length + asked.without.length > 0;
  const found = [];
  const counts = FACETS.map(() => new Map());
  for (let at = 0; at < data.events.length; at++) {
    if (isSought && !saysIt(at, asked)) continue;
    if (chosen.period && !(data.events[at].start || "").startsWith(chosen.period)) continue;
    const has = facetValues[at];
    const failed = [];
    for (let facet = 0; facet < FACETS.length && failed.length < 2; facet++) {
      if (!fits(FACETS[facet].name, has[facet])) failed.push(facet);
    }
    if (!failed.length) found.push(at);
    if (failed.length > 1) continue;
    for (let facet = 0; facet < FACETS.length; facet++) {
      if (failed.length && (failed[0] !== facet || chosen.all[FACETS[facet].name])) continue;
      for (const value of has[facet]) counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
    }
  }
  return {found, counts};
}
