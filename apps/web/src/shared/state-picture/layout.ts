import type { ProcedureChart, ProcedureState } from '@srd/domain/case';

/** Where a state stands in the picture. Lengths are pixels at the picture's own size. */
export interface Box {
  readonly state: ProcedureState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Has states in it. */
  readonly group: boolean;
}

/** A way from one state to another that the chart has, with what leads along it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
  /** SVG path. */
  readonly line: string;
}

export interface Picture {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly width: number;
  readonly height: number;
}

type Way = 'right' | 'down';
interface Laid {
  readonly width: number;
  readonly height: number;
  /** From the top to the line on which its neighbours stand. */
  readonly axis: number;
  readonly boxes: readonly Box[];
}

const LEAF = { width: 118, height: 42 };
const GAP = { right: 26, down: 12 };
const HEAD = 24;
/** Around the states of a group; `down` leaves room for the ways back at their side. */
const PAD = { right: 12, down: 24 };
const MARGIN = 14;

const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));
const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y });

/**
 * A chart as boxes and arrows: its main line from left to right, the states of a stage below each other, regions as lanes. States stand in
 * the order in which the chart lists them, so a chart looks the same wherever it is drawn.
 */
export function layout({ states, steps }: Pick<ProcedureChart, 'states' | 'steps'>): Picture {
  const childrenOf = (name: string): readonly ProcedureState[] => states.filter((one) => parentOf(one.name) === name);

  /** By child, how many stand before it on the longest way from the first; ways back don't count. */
  function ranks(children: readonly ProcedureState[]): ReadonlyMap<string, number> {
    const order = children.map(({ name }) => name);
    const within = (name: string): number => order.findIndex((one) => name === one || name.startsWith(`${one}.`));
    const found = new Map<string, number>();
    for (const [to, name] of order.entries()) {
      const before = steps.filter((step) => within(step.to) === to).map((step) => within(step.from));
      const ahead = before.filter((from) => from >= 0 && from < to).map((from) => found.get(order[from]!) ?? 0);
      found.set(name, ahead.length === 0 ? 0 : Math.max(...ahead) + 1);
    }
    return found;
  }

  function sequence(children: readonly ProcedureState[], way: Way): Laid {
    const rank = ranks(children);
    const laid = children.map((child) => ({ child, rank: rank.get(child.name) ?? 0, part: node(child, way) }));
    const boxes: Box[] = [];
    if (way === 'down') {
      const width = Math.max(...laid.map(({ part }) => part.width));
      let y = 0;
      for (const { part } of laid.toSorted((a, b) => a.rank - b.rank)) {
        boxes.push(...part.boxes.map((box) => moved(box, (width - part.width) / 2, y)));
        y += part.height + GAP.down;
      }
      return { width, height: y - GAP.down, axis: (y - GAP.down) / 2, boxes };
    }
    const columns = [...new Set(laid.map((one) => one.rank))].toSorted((a, b) => a - b);
    const firsts = columns.map((column) => laid.find((one) => one.rank === column)!.part);
    const axis = Math.max(...firsts.map((part) => part.axis));
    let x = 0;
    let height = 0;
    for (const column of columns) {
      const parts = laid.filter((one) => one.rank === column).map(({ part }) => part);
      const width = Math.max(...parts.map((part) => part.width));
      let y = axis - parts[0]!.axis;
      for (const part of parts) {
        boxes.push(...part.boxes.map((box) => moved(box, x + (width - part.width) / 2, y)));
        y += part.height + GAP.down;
      }
      height = Math.max(height, y - GAP.down);
      x += width + GAP.right;
    }
    return { width: x - GAP.right, height, axis, boxes };
  }

  function lanes(children: readonly ProcedureState[]): Laid {
    const parts = children.map((child) => node(child, 'down'));
    const width = Math.max(...parts.map((part) => part.width));
    const boxes: Box[] = [];
    let y = 0;
    for (const part of parts) {
      // The lane is as wide as the widest; what stands in it stays at its left.
      boxes.push(...part.boxes.map((box, at) => moved(at === 0 ? { ...box, width } : box, 0, y)));
      y += part.height + 10;
    }
    return { width, height: y - 10, axis: (y - 10) / 2, boxes };
  }

  /** `outer` is the direction that the states around it stand in: those in it stand in the other. */
  function node(state: ProcedureState, outer: Way): Laid {
    const children = childrenOf(state.name);
    if (children.length === 0)
      return { ...LEAF, axis: LEAF.height / 2, boxes: [{ state, x: 0, y: 0, ...LEAF, group: false }] };
    const way = outer === 'right' ? 'down' : 'right';
    const inner = state.parallel ? lanes(children) : sequence(children, way);
    const pad = state.parallel ? PAD.right : PAD[way];
    const width = inner.width + 2 * pad;
    const height = inner.height + HEAD + 12;
    const box = { state, x: 0, y: 0, width, height, group: true };
    const axis = state.parallel || way === 'down' ? height / 2 : HEAD + inner.axis;
    return { width, height, axis, boxes: [box, ...inner.boxes.map((one) => moved(one, pad, HEAD))] };
  }

  const whole = sequence(childrenOf(''), 'right');
  // Ways that pass over others run above and below them.
  const above = 34;
  const boxes = whole.boxes.map((box) => moved(box, MARGIN, above));
  return {
    boxes,
    arrows: arrowsOf(boxes, steps),
    width: whole.width + 2 * MARGIN,
    height: whole.height + above + 8,
  };
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function arrowsOf(boxes: readonly Box[], steps: ProcedureChart['steps']): readonly Arrow[] {
  const byName = new Map(boxes.map((box) => [box.state.name, box]));
  const found = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const { from, to, label } of steps) {
    // A fact that is only noted leads nowhere; one that a stage takes back to its own beginning stays in it.
    if (from === to || to.startsWith(`${from}.`) || !byName.has(from) || !byName.has(to)) continue;
    const key = `${from} ${to}`;
    const arrow = found.get(key) ?? { from, to, labels: [] };
    if (!arrow.labels.includes(label)) arrow.labels.push(label);
    found.set(key, arrow);
  }
  return [...found.values()].map((arrow) => ({
    ...arrow,
    line: lineOf(byName.get(arrow.from)!, byName.get(arrow.to)!, boxes),
  }));
}

/** Whether a state is another or stands in it. */
const within = (box: Box, outer: Box): boolean => box === outer || box.state.name.startsWith(`${outer.state.name}.`);

/** The state and those around it, the outermost first. */
function around(box: Box, boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((outer) => within(box, outer));
}

/** From one box to another without crossing what stands between: straight to a neighbour, else over or under. */
function lineOf(from: Box, to: Box, boxes: readonly Box[]): string {
  const [a, b] = [middle(from), middle(to)];
  const right = from.x + from.width;
  const overlaps = from.x < to.x + to.width && to.x < right;
  if (overlaps) {
    if (to.y > from.y && to.y - from.y - from.height < 40) return `M${a.x} ${from.y + from.height}L${b.x} ${to.y}`;
    const side = Math.max(right, to.x + to.width);
    return `M${right} ${a.y}C${side + 22} ${a.y} ${side + 22} ${b.y} ${to.x + to.width} ${b.y}`;
  }
  const between = boxes.filter(
    (box) =>
      !box.group &&
      !within(box, from) &&
      !within(box, to) &&
      box.x > Math.min(from.x, to.x) &&
      box.x + box.width < Math.max(right, to.x + to.width) &&
      box.y < Math.max(a.y, b.y) + 4 &&
      box.y + box.height > Math.min(a.y, b.y) - 4,
  );
  if (between.length === 0) {
    // There and back side by side.
    const [y, z] = to.x >= right ? [a.y - 5, b.y - 5] : [a.y + 7, b.y + 7];
    const [start, end] = to.x >= right ? [right, to.x] : [from.x, to.x + to.width];
    const half = (start + end) / 2;
    return `M${start} ${y}C${half} ${y} ${half} ${z} ${end} ${z}`;
  }
  if (to.x >= right && b.y > from.y + from.height + 30)
    return `M${a.x} ${from.y + from.height}C${a.x} ${b.y} ${a.x} ${b.y} ${to.x} ${b.y}`;
  // The stages that differ: a way that leaves a stage passes over the whole of it.
  const [outFrom, outTo] = [around(from, boxes), around(to, boxes)];
  const shared = outFrom.findIndex((box, at) => box !== outTo[at]);
  const [p, q] = [outFrom[shared] ?? from, outTo[shared] ?? to];
  const reach = Math.max(26, Math.min(60, Math.abs(middle(q).x - middle(p).x) / 9));
  const tops = [p, q, ...between].map((box) => box.y);
  const bottoms = [p, q, ...between].map((box) => box.y + box.height);
  if (to.x >= right) {
    const peak = Math.min(...tops) - reach;
    return `M${middle(p).x + 10} ${p.y}C${middle(p).x + 10} ${peak} ${middle(q).x - 10} ${peak} ${middle(q).x - 10} ${q.y}`;
  }
  const low = Math.max(...bottoms) + reach;
  const end = { x: middle(q).x, y: q.y + q.height };
  return `M${middle(p).x} ${p.y + p.height}C${middle(p).x} ${low} ${end.x} ${low} ${end.x} ${end.y}`;
}
