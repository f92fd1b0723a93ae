// Paper shows what is asked for: while it is printed, head, top actors and sources are those of the events shown.
const TOP = 12;
let restore = [];

function swap(node, ...children) {
  const kept = [...node.childNodes];
  restore.push(() => node.replaceChildren(...kept));
  node.replaceChildren(...children);
}

function number(many, one, several) {
  return `${many.toLocaleString("en")} ${many === 1 ? one : several}`;
}

function daySaid(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const name = MONTHS[month - 1];
  return `${day} ${name[0].toUpperCase()}${name.slice(1)} ${year}`;
}

function spanOf(found) {
  const days = found.map(at => data.events[at].start).filter(Boolean).sort();
  if (!days.length) return [];
  const [first, last] = [daySaid(days[0]), daySaid(days[days.length - 1])];
  return [first === last ? first : `${first} – ${last}`];
}

function printHead(found, works) {
  const line = document.querySelector(".top .query");
  const filters = [...document.querySelectorAll("#chips .chip")].map(chip => chip.firstChild.textContent);
  const told = [`${found.length.toLocaleString("en")} of ${number(total, "event", "events")}`, ...spanOf(found)];
  swap(line, [...told, ...(line.dataset.query ? [line.dataset.query] : []), ...filters].join(" · "));
  const actors = counted(found, at => facetValues[at][ACTOR]);
  const venues = counted(found, at => facetValues[at][VENUE]);
  [actors, venues].forEach(counts => counts.delete(NONE));
  const countries = new Set([...actors.keys()].map(actor => data.actors[actor].country).filter(Boolean));
  const figures = [
    [found.length, "event", "events"], [actors.size, "participant", "participants"],
    [countries.size, "country", "countries"], [venues.size, "venue", "venues"], [works.size, "source", "sources"],
  ];
  swap(document.querySelector(".top .numbers"), ...figures.map(([many, one, several]) =>
    element("div", "", element("dt", "", many === 1 ? one : several), element("dd", "", many.toLocaleString("en")))));
  printRanking(actors);
}

function printRanking(actors) {
  const ranking = document.querySelector(".ranking");
  if (!ranking) return;
  const busiest = [...actors].map(([actor, events]) => ({...data.actors[actor], actor, events}))
    .sort((one, other) => other.events - one.events || (one.name < other.name ? -1 : 1)).slice(0, TOP);
  swap(ranking, ...busiest.map(rank => rankOf(rank, busiest[0].events)));
}

function rankOf({name, kind, actor, events}, most) {
  const country = kind === "state" ? "" : data.parts.find(part => part.actor === actor && part.country)?.country;
  const share = ranks[0].querySelector(".share").cloneNode(true);
  share.querySelectorAll("rect").forEach(bar => bar.setAttribute("width", 100 * events / most));
  return element("li", "", element("span", "who", name), element("span", "whose", country || kind),
    element("span", "many", events.toLocaleString("en")), share);
}

function printSources(works) {
  document.querySelectorAll(".works li").forEach((item, work) => {
    item.hidden = !works.has(work);
    restore.push(() => { item.hidden = false; });
  });
}

function afterPrint() {
  restore.reverse().forEach(undo => undo());
  restore = [];
}

window.addEventListener("beforeprint", () => {
  afterPrint();
  if (shown.length === total) return;
  const works = new Set(shown.map(at => data.events[at].work).filter(work => work !== undefined));
  printHead(shown, works);
  printSources(works);
});
window.addEventListener("afterprint", afterPrint);
