// The search: words that have to occur in an event and days that it takes place in, or may not.
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december"];
const MONTH = `(${MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept)\\.?`;
// `2019-04-03` and `2019-04`, `3 April 2019` and `3 April`, `April 3, 2019`, `April 2019`, each as a word of its own.
const DATE = new RegExp(`(^|\\s)(-?)(?:(\\d{4})-(\\d\\d)(?:-(\\d\\d))?|(\\d{1,2}) ${MONTH}(?:,? (\\d{4}))?`
  + `|${MONTH} (\\d{1,2})(?:,? (\\d{4}))?|${MONTH},? (\\d{4}))(?=[\\s,;]|$)`, "g");

// Letters with something more to them that is no accent.
const LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

// One form of what is written in several: accents, capitals, apostrophes and dashes make no difference.
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’ʼ]/g, "'").replace(/[‐‑‒–—]/g, "-").toLowerCase()
    .replace(LETTER, letter => LETTERS[letter]);
}

// Made at the first search: folding ten thousand texts takes a moment that opening the page need not wait for.
let folded = null;
function searchable() {
  folded ??= data.events.map(event => fold([
    event.headline, event.rest || "", event.when, event.date || event.start || "", event.id || "",
    ...(event.parts || []).map(number => `${data.actors[data.parts[number].actor].name} ${data.parts[number].office || ""}`),
    ...(event.venues || []).map(number => data.places[number].name),
    event.work === undefined ? "" : data.works[event.work].reference,
  ].join("\n")));
  return folded;
}

function monthNumber(name) {
  return String(MONTHS.findIndex(month => month.startsWith(name.slice(0, 3))) + 1).padStart(2, "0");
}

// The first and the last day that a date stands for; without a year only month and day.
function daysOf([, , , isoYear, isoMonth, isoDay, day, month, year, month2, day2, year2, month3, year3]) {
  const name = month || month2 || month3;
  const number = isoMonth || monthNumber(name);
  const inMonth = isoDay || day || day2;
  const ofYear = isoYear || year || year2 || year3;
  const two = value => String(value).padStart(2, "0");
  const [first, last] = inMonth ? [two(inMonth), two(inMonth)] : ["01", "31"];
  return {year: ofYear, first: `${number}-${first}`, last: `${number}-${last}`};
}

// Whether an event takes place in these days, as --during has it.
function isDuring(event, days) {
  if (!event.start) return false;
  const end = event.end || event.start;
  const years = days.year ? [days.year] : [event.start.slice(0, 4), end.slice(0, 4)];
  return years.some(year => event.start <= `${year}-${days.last}` && end >= `${year}-${days.first}`);
}

// `summit "joint statement" -trade 3 April 2019`: what has to occur, what may not.
function wanted(typed) {
  const found = {with: [], without: []};
  const add = (minus, what) => found[minus ? "without" : "with"].push(what);
  const rest = fold(typed).split(/(["“”][^"“”]*["“”]?)/).map((part, at) => at % 2 ? part : part.replace(DATE, (...date) => {
    add(date[2], {days: daysOf(date)});
    return " ";
  })).join("");
  for (const [, minus, quoted, bare] of rest.matchAll(/(-?)(?:["“”]([^"“”]+)["“”]?|([^\s"“”]+))/g)) {
    const word = (quoted ?? bare).trim();
    if (word && word !== "-") add(minus, {word});
  }
  return found;
}

function occurs(at, {word, days}) {
  return days ? isDuring(data.events[at], days) : searchable()[at].includes(word);
}

function saysIt(at, asked) {
  return asked.with.every(one => occurs(at, one)) && !asked.without.some(one => occurs(at, one));
}
