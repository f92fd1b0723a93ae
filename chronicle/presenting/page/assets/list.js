// The list: a block for every so many events, filled when it comes near the window.
const BLOCK = 40;
const list = document.getElementById("list");
let shown = [];
let blocks = [];

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function link(url, label) {
  const made = element("a", "", label);
  made.href = url;
  made.rel = "noopener noreferrer";
  return made;
}

function personOf(part) {
  const actor = data.actors[part.actor];
  const facts = [part.office, part.country && part.country !== actor.name ? part.country : ""].filter(Boolean).join(", ");
  const made = element("li", "", element("b", "", actor.name));
  if (facts) made.append(element("span", "", ` ${facts}`));
  if (part.inferred) {
    const mark = element("abbr", "", "inferred");
    mark.title = "Only the office is printed; the holder follows from the date";
    made.append(" ", mark);
  }
  return made;
}

function people(label, parts) {
  if (!parts.length) return [];
  return [element("dt", "", label), element("dd", "", element("ul", "people", ...parts.map(personOf)))];
}

function venuesOf(event) {
  const names = (event.venues || []).map(number => {
    const {name, country} = data.places[number];
    return country && country !== name ? `${name} (${country})` : name;
  });
  return names.length ? [element("dt", "", "Where"), element("dd", "", names.join("; "))] : [];
}

function sourceOf(event) {
  if (event.work === undefined) return [];
  const work = data.works[event.work];
  const cited = work.url ? link(work.url, work.reference) : work.reference;
  const place = [work.file === work.reference ? "" : work.file, event.place].filter(Boolean).join(", ");
  return [element("dt", "", "Source"), element("dd", "", cited, place ? ` · ${place}` : "")];
}

function linksOf(event) {
  if (!event.links) return [];
  const made = event.links.flatMap(([label, url], at) => at ? ["; ", link(url, label || url)] : [link(url, label || url)]);
  return [element("dt", "", "Links"), element("dd", "", ...made)];
}

function flagsOf(event) {
  return event.flags ? [element("dt", "", "To check"), element("dd", "flags", event.flags.join(", "))] : [];
}

function anchor(event) {
  const made = element("a", "permalink", `#${event.id}`);
  made.href = `#event-${event.id}`;
  made.setAttribute("aria-label", `Permalink to event ${event.id}`);
  return made;
}

function article(at, position) {
  const event = data.events[at];
  const parts = (event.parts || []).map(number => data.parts[number]);
  const heading = element("h3", "", event.headline);
  const body = element("div", "body", heading);
  if (event.rest) body.append(element("p", "rest", event.rest));
  body.append(element("dl", "facts",
    ...people("Took part", parts.filter(part => !part.mentioned)),
    ...people("Mentioned", parts.filter(part => part.mentioned)),
    ...venuesOf(event), ...linksOf(event), ...flagsOf(event), ...sourceOf(event)));
  const tags = element("p", "tags", element("span", "type", words(event.type)));
  if (event.mode) tags.append(element("span", "mode", words(event.mode)));
  const side = element("div", "side", element("p", "when", event.when), tags);
  if (event.id) side.append(anchor(event));
  const made = element("article", "event", side, body);
  made.tabIndex = -1;
  if (event.id) {
    made.id = `event-${event.id}`;
    heading.id = `headline-${event.id}`;
    made.setAttribute("aria-labelledby", heading.id);
  }
  made.setAttribute("aria-posinset", position + 1);
  made.setAttribute("aria-setsize", shown.length);
  return made;
}

function fill(block) {
  const number = blocks.indexOf(block);
  if (number < 0 || block.dataset.filled) return;
  const first = number * BLOCK;
  block.append(...shown.slice(first, first + BLOCK).map((at, index) => article(at, first + index)));
  block.dataset.filled = "yes";
  block.style.minHeight = "";
}

const watcher = new IntersectionObserver(entries => {
  for (const entry of entries) if (entry.isIntersecting) fill(entry.target);
}, {rootMargin: "1200px 0px"});

function show(found) {
  watcher.disconnect();
  shown = found;
  blocks = [];
  for (let first = 0; first < found.length; first += BLOCK) {
    const block = element("div", "block");
    block.style.minHeight = `${Math.min(BLOCK, found.length - first) * 9}rem`;
    blocks.push(block);
  }
  if (blocks.length) fill(blocks[0]);
  list.replaceChildren(...blocks);
  blocks.forEach(block => watcher.observe(block));
}

function fillAll() {
  blocks.forEach(fill);
}

// Brings an event of the list into view and puts the focus on it; false if it is not in the list.
function goTo(at) {
  const position = shown.indexOf(at);
  if (position < 0) return false;
  fill(blocks[Math.floor(position / BLOCK)]);
  const target = document.getElementById(`event-${data.events[at].id}`);
  list.querySelector(".linked")?.classList.remove("linked");
  target.classList.add("linked");
  target.scrollIntoView({block: "center"});
  target.focus({preventScroll: true});
  return true;
}

// The keys of a feed: Page Down and Page Up go from event to event.
list.addEventListener("keydown", pressed => {
  const step = {PageDown: 1, PageUp: -1}[pressed.key];
  const current = pressed.target.closest("article");
  if (!step || !current) return;
  const position = Number(current.getAttribute("aria-posinset")) - 1 + step;
  if (position < 0 || position >= shown.length) return;
  pressed.preventDefault();
  fill(blocks[Math.floor(position / BLOCK)]);
  const next = blocks[Math.floor(position / BLOCK)].children[position % BLOCK];
  next.focus();
  next.scrollIntoView({block: "nearest"});
});

window.addEventListener("beforeprint", fillAll);
