// The filters: a list of values for each facet, chips for those in force.
const SHORT = 7;
const LONG = 60;
const MANY = 20;
const panels = new Map();

function makePanels() {
  const facets = document.getElementById("facets");
  for (const facet of FACETS) {
    const values = element("ul", "values");
    const panel = element("fieldset", "facet", element("legend", "", facet.label), values);
    panels.set(facet.name, {facet, values, panel, sought: "", open: false});
    facets.append(panel);
  }
  const clear = element("button", "clear", "Clear all filters");
  clear.type = "button";
  clear.addEventListener("click", clearAll);
  facets.append(clear);
}

// A field to look for a value, where there are more than can be listed, and the choice between any and all.
function addTools(one, distinct) {
  if (one.tools) return;
  one.tools = element("div", "tools");
  if (distinct > MANY) one.tools.append(finder(one));
  if (one.facet.many) one.tools.append(anyOrAll(one));
  one.values.before(one.tools);
}

function finder(one) {
  const field = element("input", "find");
  field.type = "search";
  field.placeholder = `Find ${one.facet.label.toLowerCase()}`;
  field.setAttribute("aria-label", `Find ${one.facet.label.toLowerCase()}`);
  field.addEventListener("input", () => {
    one.sought = fold(field.value.trim());
    listValues(one);
  });
  return field;
}

function anyOrAll(one) {
  const choice = element("select", "any", element("option", "", "any of"), element("option", "", "all of"));
  choice.setAttribute("aria-label", `${one.facet.label}: any or all of those chosen`);
  choice.addEventListener("change", () => {
    chosen.all[one.facet.name] = choice.selectedIndex === 1;
    update();
  });
  one.choice = choice;
  return choice;
}

function listFacets(counts) {
  FACETS.forEach((facet, number) => {
    const one = panels.get(facet.name);
    one.counts = counts[number];
    for (const value of chosen.values[facet.name]) if (!one.counts.has(value)) one.counts.set(value, 0);
    if (!one.total) one.total = one.counts.size;
    one.panel.hidden = one.total < 2 && !chosen.values[facet.name].size;
    addTools(one, one.total);
    if (one.choice) one.choice.selectedIndex = Number(chosen.all[facet.name]);
    listValues(one);
  });
}

function inOrder(one) {
  const name = one.facet.name;
  const pairs = [...one.counts].map(([value, events]) => ({value, events, label: String(called(name, value))}));
  if (name === "year") return pairs.sort((a, b) => a.label < b.label ? 1 : -1);
  return pairs.sort((a, b) => (a.value === NONE) - (b.value === NONE) || b.events - a.events || (a.label < b.label ? -1 : 1));
}

function listValues(one) {
  const {facet, values} = one;
  const ordered = inOrder(one);
  const picked = ordered.filter(({value}) => chosen.values[facet.name].has(value));
  const others = ordered.filter(({value, label}) => !chosen.values[facet.name].has(value) && fold(label).includes(one.sought));
  const most = one.open || one.sought ? LONG : Math.max(SHORT - picked.length, 3);
  const focused = document.activeElement?.closest("ul") === values ? document.activeElement.dataset.value : null;
  const items = (facet.name === "year" && !picked.length ? others.slice(0, most) : [...picked, ...others.slice(0, most)])
    .map(pair => checkbox(facet.name, pair));
  values.replaceChildren(...items);
  if (others.length > most || one.open) values.append(more(one, others.length - most));
  if (focused !== null) [...values.querySelectorAll("input")].find(box => box.dataset.value === focused)?.focus();
}

function checkbox(name, {value, events, label}) {
  const box = element("input");
  box.type = "checkbox";
  box.checked = chosen.values[name].has(value);
  box.dataset.value = value;
  box.addEventListener("change", () => toggle(name, value));
  const text = element("span", "label", label);
  return element("li", "", element("label", "", box, text, element("span", "many", events.toLocaleString("en"))));
}

function more(one, left) {
  const label = one.open ? "Show fewer" : `Show ${Math.min(left, LONG - SHORT).toLocaleString("en")} more`;
  const button = element("button", "more", label);
  button.type = "button";
  button.setAttribute("aria-label", `${label}: ${one.facet.label.toLowerCase()}`);
  button.addEventListener("click", () => {
    one.open = !one.open;
    listValues(one);
    one.values.querySelector(".more")?.focus();
  });
  return element("li", "", button);
}

function toggle(name, value) {
  const values = chosen.values[name];
  if (!values.delete(value)) values.add(value);
  update();
}

function clearAll() {
  chosen.words = "";
  chosen.period = "";
  FACETS.forEach(({name}) => chosen.values[name].clear());
  document.getElementById("words").value = "";
  update();
}

function chip(label, remove) {
  const button = element("button", "chip", label, element("span", "cross", "×"));
  button.type = "button";
  button.setAttribute("aria-label", `Remove filter ${label}`);
  button.addEventListener("click", () => {
    remove();
    update();
    document.getElementById("events").focus({preventScroll: true});
  });
  return element("li", "", button);
}

function listChips() {
  const chips = [];
  if (chosen.words) {
    chips.push(chip(`“${chosen.words}”`, () => {
      chosen.words = "";
      document.getElementById("words").value = "";
    }));
  }
  if (chosen.period) chips.push(chip(periodSaid(chosen.period), () => { chosen.period = ""; }));
  for (const {name, label} of FACETS) {
    for (const value of chosen.values[name]) {
      chips.push(chip(`${label}: ${called(name, value)}`, () => chosen.values[name].delete(value)));
    }
  }
  document.getElementById("chips").replaceChildren(...chips);
  document.getElementById("active").textContent = chips.length ? ` (${chips.length})` : "";
}
