// The figures show the share of the events that are asked for, and a click on one asks for its events.
function periodSaid(period) {
  return document.querySelector(`.bar[data-period="${period}"] title`)?.textContent.split(":")[0] ?? period;
}

function counted(found, keys) {
  const counts = new Map();
  for (const at of found) for (const key of keys(at)) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
}

const ACTOR = FACETS.findIndex(({name}) => name === "actor");
const VENUE = FACETS.findIndex(({name}) => name === "venue");
const barsDrawn = [...document.querySelectorAll(".timeline .bar")];
const circles = [...document.querySelectorAll(".map .venue")];
const nodes = [...document.querySelectorAll(".network .node")];
const ties = [...document.querySelectorAll(".network .tie")];
const ranks = [...document.querySelectorAll(".ranking li")];
const unit = barsDrawn[0]?.dataset.period.length ?? 0;

function share(counts, drawn, key) {
  return (counts.get(key) || 0) / Number(drawn.dataset.events);
}

function draw(found) {
  const periods = counted(found, at => [(data.events[at].start || "").slice(0, unit)]);
  const actors = counted(found, at => facetValues[at][ACTOR]);
  const venues = counted(found, at => facetValues[at][VENUE]);
  for (const bar of barsDrawn) drawBar(bar, share(periods, bar, bar.dataset.period) || 0);
  for (const circle of circles) {
    const part = share(venues, circle, Number(circle.dataset.venue));
    circle.querySelector(".chosen").setAttribute("r", circle.querySelector(".all").getAttribute("r") * Math.sqrt(part));
  }
  for (const node of nodes) node.classList.toggle("faint", !actors.has(Number(node.dataset.actor)));
  for (const tie of ties) {
    tie.classList.toggle("faint", !actors.has(Number(tie.dataset.one)) || !actors.has(Number(tie.dataset.other)));
  }
  for (const rank of ranks) {
    const events = actors.get(Number(rank.dataset.actor)) || 0;
    const all = rank.querySelector(".all").getAttribute("width");
    rank.querySelector(".chosen").setAttribute("width", all * events / Number(rank.dataset.events));
    rank.querySelector(".many").textContent = events.toLocaleString("en");
  }
}

function drawBar(bar, part) {
  const all = bar.querySelector(".all");
  const high = Number(all.getAttribute("height"));
  const over = bar.querySelector(".chosen");
  over.setAttribute("height", high * part);
  over.setAttribute("y", Number(all.getAttribute("y")) + high * (1 - part));
}

function choose(drawn, act) {
  drawn.classList.add("live");
  drawn.addEventListener("click", act);
}

function bringToLife() {
  for (const bar of barsDrawn) {
    const {period, events} = bar.dataset;
    if (Number(events)) choose(bar, () => { chosen.period = chosen.period === period ? "" : period; update(); });
  }
  for (const circle of circles) choose(circle, () => toggle("venue", Number(circle.dataset.venue)));
  for (const node of nodes) choose(node, () => toggle("actor", Number(node.dataset.actor)));
  for (const rank of ranks) {
    const name = rank.querySelector(".who");
    const button = element("button", "who", name.textContent);
    button.type = "button";
    button.addEventListener("click", () => toggle("actor", Number(rank.dataset.actor)));
    name.replaceWith(button);
  }
}
