// The page set going: filters to the address and back, permalinks, and one update for every change.
const total = data.events.length;
const order = document.getElementById("order");

function update(remember = true) {
  const {found, counts} = ask();
  if (order.value === "new") found.reverse();
  show(found);
  listFacets(counts);
  listChips();
  draw(found);
  const told = found.length === total ? `${total.toLocaleString("en")} events` : `${found.length.toLocaleString("en")} of ${total.toLocaleString("en")} events`;
  document.getElementById("count").textContent = total === 1 ? told.replace("events", "event") : told;
  document.getElementById("jump").textContent = `Go to ${found.length === total ? "all" : found.length.toLocaleString("en")} events`;
  list.classList.toggle("nothing", !found.length);
  if (remember) history.replaceState(null, "", address());
}

// `#type=meeting&actor=12&text=summit`: what is chosen, to come back to or to send on.
function address() {
  const said = new URLSearchParams();
  if (chosen.words) said.set("text", chosen.words);
  if (chosen.period) said.set("period", chosen.period);
  for (const {name} of FACETS) {
    for (const value of chosen.values[name]) said.append(name, called(name, value));
    if (chosen.all[name]) said.set(`${name}-all`, "yes");
  }
  return `#${said}`;
}

function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  chosen.words = said.get("text") || "";
  chosen.period = said.get("period") || "";
  document.getElementById("words").value = chosen.words;
  FACETS.forEach(({name}, number) => {
    const names = new Set(said.getAll(name));
    chosen.all[name] = said.has(`${name}-all`);
    const values = names.size ? new Set(facetValues.flatMap(has => has[number])) : [];
    chosen.values[name] = new Set([...values].filter(value => names.has(String(called(name, value)))));
  });
}

// An event's permalink shows it whatever filters hide it.
function follow() {
  const linked = /^#event-(.+)$/.exec(location.hash);
  if (!linked) {
    if (location.hash.includes("=")) readAddress();
    if (location.hash !== "#events") update(false);
    return;
  }
  const id = decodeURIComponent(linked[1]);
  const at = data.events.findIndex(event => event.id === id);
  if (at < 0 || goTo(at)) return;
  const wish = location.hash;
  clearAll();
  history.replaceState(null, "", wish);
  goTo(at);
}

let waiting = 0;
document.getElementById("words").addEventListener("input", typed => {
  chosen.words = typed.target.value.trim();
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => update());
});
document.getElementById("search").addEventListener("submit", sent => {
  sent.preventDefault();
  document.getElementById("events").focus({preventScroll: true});
  document.getElementById("events").scrollIntoView();
});
document.addEventListener("keydown", pressed => {
  if (pressed.key === "/" && !pressed.target.matches("input, select, textarea")) {
    pressed.preventDefault();
    document.getElementById("words").focus();
  }
});
order.addEventListener("change", () => update());
window.addEventListener("hashchange", follow);

document.getElementById("filters").hidden = false;
document.querySelector(".order").hidden = false;
document.getElementById("facets").open = matchMedia("(min-width: 60rem)").matches;
for (const wide of document.querySelectorAll(".wide")) wide.scrollLeft = (wide.scrollWidth - wide.clientWidth) / 2;
makePanels();
bringToLife();
update(false);
follow();
