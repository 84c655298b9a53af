/* The first screen: the answer for the reader's needs, metric, order and pair of codecs. */
(function () {
  'use strict';

  const source = document.getElementById('standings');
  if (!source) { return; }
  const data = JSON.parse(source.textContent);
  const standings = pipemarkStandings(data);
  const BARS = 6;
  const NAMED = 3;
  const VERDICTS = {
    best: 'the best of this column', tied: 'tied with the best', inconclusive: 'not distinguishable from the best',
    slower: 'slower than the best', faster: 'faster'
  };
  const MARKS = {tied: '≈', inconclusive: '?'};
  const FACTS = [
    {id: 'first-reply', title: 'first reply', about: 'from spawning a worker to its first reply', kind: 'time'},
    {id: 'jars', title: 'jars', about: 'the jars that it brings', kind: 'file'}
  ];

  const at = id => document.getElementById(id);
  const codecs = new Map(data.codecs.map((codec, index) => [codec.id, index]));
  const payloads = new Map(data.payloads.map((payload, index) => [payload.id, index]));
  const metrics = new Map(data.metrics.map((metric, index) => [metric.id, index]));
  const families = data.cards.map(card => data.payloads[card.payload].family);

  /* The reader's choices. */
  const view = {};

  function reset() {
    view.needs = new Set();
    view.metric = 0;
    view.sort = {column: null, down: false};
    view.pinned = [];
    view.cards = data.cards.map(card => card.payload);
  }

  /* ---- Elements and texts ---- */

  function make(name, text, className) {
    const element = document.createElement(name);
    if (text !== undefined && text !== '') { element.textContent = text; }
    if (className) { element.className = className; }
    return element;
  }

  function add(parent, name, text, className) { return parent.appendChild(make(name, text, className)); }

  function list(names) {
    return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + ' and ' + names[names.length - 1];
  }

  /* Formats are made once, because a board has thousands of numbers. */
  const grouped = [0, 1, 6].reduce((all, most) =>
    all.set(most, new Intl.NumberFormat('en', {maximumFractionDigits: most})), new Map());

  function print(value, most) { return grouped.get(most).format(value); }

  function digits(value, count) { return print(Number(value.toPrecision(count)), 6); }

  function amount(value, kind) {
    if (kind === 'file') { return value < 999500 ? Math.round(value / 1e3) + ' kB' : (value / 1e6).toFixed(1) + ' MB'; }
    const units = kind === 'rate' ? [['M/s', 1e6], ['k/s', 1e3], ['/s', 1]]
      : kind === 'bytes' ? [['B', 1]] : [['s', 1e9], ['ms', 1e6], ['µs', 1e3], ['ns', 1]];
    const unit = units.find(each => Math.abs(value) >= each[1]) || units[units.length - 1];
    const scaled = value / unit[1];
    return (kind === 'bytes' ? print(scaled, scaled < 1000 ? 1 : 0)
      : digits(scaled, scaled >= 100 ? 3 : 2)) + ' ' + unit[0];
  }

  /* The decimals of a factor on the board. A factor with an interval has at least as many. */
  function decimals(times) { return times < 1.995 ? 2 : times < 9.95 ? 1 : 0; }

  function factor(times) {
    return times < 9.95 ? times.toFixed(decimals(times)) : print(Math.round(times), 0);
  }

  /* Returns a factor and its interval with the same decimals, enough to tell them apart, as the report does. */
  function bounded(found) {
    if (found.lower === undefined) { return factor(found.times); }
    const least = decimals(found.times);
    const texts = [0, 1, 2].map(added => [found.times, found.lower, found.upper].map(each => each.toLocaleString('en', {
      minimumFractionDigits: least + added, maximumFractionDigits: least + added
    })));
    const shown = texts.find(each => each[0] !== each[1] && each[0] !== each[2]) || texts[0];
    return shown[0] + ' [' + shown[1] + ', ' + shown[2] + ']';
  }

  function colour(times) {
    return 'c' + [1.05, 1.5, 2, 4, 10, Infinity].findIndex(limit => times <= limit);
  }

  function name(codec) { return data.codecs[codec].id; }

  /* ---- Needs ---- */

  const travelsClosed = () => view.needs.has('no-flags');

  /* Returns whether a codec meets a need, and the trial or fact that decides it. */
  function ruling(codec, need) {
    const rulings = data.codecs[codec].needs;
    const found = (travelsClosed() && rulings[need + ' closed']) || rulings[need];
    return {met: found[0], why: data.texts[found[1]]};
  }

  function admits(codec) {
    return Array.from(view.needs).every(need => ruling(codec, need).met === true);
  }

  function needed() {
    return list(data.needs.filter(need => view.needs.has(need.id)).map(need => need.title));
  }

  function meeting() { return data.codecs.map((codec, index) => index).filter(codec => admits(codec)).map(name); }

  function everyNeed() {
    return view.needs.size === 1 ? 'this need' : view.needs.size === 2 ? 'both needs' : 'all of these needs';
  }

  /* Names the codecs that meet the needs, none of which was timed on some payloads. */
  function untimed(payloads) {
    const found = meeting();
    const one = found.length === 1;
    return list(found.length > 5 ? found.slice(0, 4).concat(found.length - 4 + ' others') : found)
      + (one ? ' meets ' : ' meet ') + (view.needs.size === 1 ? 'this need' : 'these needs')
      + ', but ' + (one ? 'was' : 'were') + ' not timed on ' + list(payloads) + '.';
  }

  /* ---- The sentence ---- */

  function sentence(cards) {
    if (!cards.length) { return 'No codec has been measured.'; }
    if (!meeting().length) { return 'No codec of this run meets ' + everyNeed() + ': ' + needed() + '.'; }
    const lead = view.needs.size ? 'With ' + needed() + ': ' : '';
    const shown = cards.filter(card => card.standing);
    const open = shown.filter(card => !card.standing.ordered);
    const rest = shown.filter(card => card.standing.ordered);
    const parts = [];
    const more = rest.some(card => card.standing.front.length > 1);
    while (rest.length) {
      const counts = new Map();
      rest.forEach(card => card.standing.front.forEach(entry =>
        counts.set(entry.codec, (counts.get(entry.codec) || 0) + 1)));
      const most = Math.max.apply(null, Array.from(counts.values()));
      /* If several codecs cover as many families, take the first one in front of the first family. */
      const found = rest[0].standing.front.concat.apply([], rest.map(card => card.standing.front))
        .find(entry => counts.get(entry.codec) === most).codec;
      const where = rest.filter(card => card.standing.front.some(entry => entry.codec === found));
      where.forEach(card => rest.splice(rest.indexOf(card), 1));
      parts.push([name(found), list(where.map(card => card.label))]);
    }
    let text = parts.map((part, index) => index === 0
      ? part[0] + ' is the fastest' + (more ? ', or not distinguishable from the fastest,' : '') + ' for ' + part[1]
      : part[0] + ' for ' + part[1]).join('; ');
    if (open.length) {
      text += (text ? '; ' : '') + 'too few rounds for an order'
        + (parts.length ? ' of ' + list(open.map(card => card.label)) : '') + ', fastest seen: '
        + open.map(card => name(card.standing.best.codec) + ' for ' + card.label).join(', ');
    }
    if (!lead && !parts.length) { text = text.charAt(0).toUpperCase() + text.slice(1); }
    const missing = cards.filter(card => !card.standing).map(card => data.payloads[card.payload].id);
    return (lead + (text ? text + '. ' : '') + (missing.length ? untimed(missing) + ' ' : '') + price(shown)).trim();
  }

  /* Returns the cost of the needs, or without needs the cost of the slowest choice. */
  function price(cards) {
    if (view.needs.size) {
      const costs = cards.map(card => {
        const all = standings.standing(card.metric, card.payload, () => true);
        const against = standings.compare(all.table, card.standing.best.row, all.best.row);
        return against.verdict === 'slower'
          ? '× ' + bounded(against) + ' for ' + card.label : '';
      }).filter(cost => cost);
      return !cards.length ? '' : costs.length ? 'These needs cost ' + list(costs) + '.'
        : cards.some(card => card.standing.ordered) ? 'The run shows no cost of these needs.' : '';
    }
    let worst = null;
    cards.forEach(card => card.standing.entries.forEach(entry => {
      if (entry.verdict === 'slower' && (!worst || entry.times > worst.times)) {
        worst = {times: entry.times, codec: entry.codec, family: card.label};
      }
    }));
    return worst ? 'The slowest codec on these payloads, ' + name(worst.codec) + ' for ' + worst.family + ', costs '
      + factor(worst.times) + ' times as much.' : '';
  }

  /* ---- Cards ---- */

  /* The label names the payload if the reader chose it. */
  function card(index) {
    const payload = view.cards[index];
    const metric = data.metrics.findIndex((each, candidate) => each.leads && standings.table(candidate, payload));
    return {
      index: index, family: families[index], payload: payload, metric: metric,
      label: families[index] + (payload === data.cards[index].payload ? '' : ' (' + data.payloads[payload].id + ')'),
      standing: metric < 0 ? null : standings.standing(metric, payload, admits)
    };
  }

  function drawCard(box, card) {
    box.textContent = '';
    const head = add(box, 'h2');
    add(head, 'span', card.family);
    const choice = data.payloads.map((payload, index) => index).filter(index =>
      data.payloads[index].family === card.family
      && data.metrics.some((metric, candidate) => metric.leads && standings.table(candidate, index)));
    const select = add(head, 'select');
    select.setAttribute('aria-label', 'Payload of ' + card.family);
    choice.forEach(index => {
      const option = add(select, 'option', data.payloads[index].id);
      option.value = index;
      option.selected = index === card.payload;
    });
    select.addEventListener('change', () => {
      view.cards[card.index] = Number(select.value);
      changed();
      at('cards').children[card.index].querySelector('select').focus();
    });
    const line = add(box, 'p');
    if (!card.standing) {
      add(line, 'span', meeting().length ? untimed(['this payload']) : 'No codec of this run meets ' + everyNeed() + '.', 'dim');
      return;
    }
    const kind = data.metrics[card.metric].kind;
    const front = card.standing.front;
    if (!card.standing.ordered) {
      line.append('too few rounds; fastest seen: ' + name(card.standing.best.codec));
    } else {
      add(line, 'b', name(front[0].codec));
      const others = front.slice(1).map(entry => name(entry.codec));
      const tied = front.length > 1 && front.slice(1).every(entry => entry.verdict === 'tied');
      add(line, 'span', card.standing.entries.length === 1 ? ' the only one measured'
        : !others.length ? next(card.standing)
          : (tied ? ' tied with ' : ' or ') + (others.length > NAMED
            ? others.slice(0, NAMED - 1).join(', ') + ' + ' + (others.length - NAMED + 1) + ' more' : list(others)),
        'dim');
    }
    const bars = add(box, 'ul', '', 'bars');
    bars.setAttribute('aria-label', data.metrics[card.metric].title + ' of ' + data.payloads[card.payload].id);
    const shown = card.standing.entries.slice(0, BARS);
    const widest = Math.max.apply(null, shown.map(entry => entry.high === null ? entry.value : entry.high));
    shown.forEach(entry => {
      const bar = add(bars, 'li', '', front.indexOf(entry) >= 0 ? 'in-front' : '');
      add(bar, 'span', name(entry.codec), 'who').title = name(entry.codec);
      const track = add(bar, 'span', '', 'track');
      add(track, 'i').style.width = 100 * entry.value / widest + '%';
      if (entry.low !== null) {
        const whisker = add(track, 'u');
        whisker.style.left = 100 * entry.low / widest + '%';
        whisker.style.width = 100 * (entry.high - entry.low) / widest + '%';
      }
      add(bar, 'span', amount(entry.value, kind).replace('/s', ''), 'much');
      add(bar, 'span', entry.verdict === 'best' && card.standing.ordered ? '▲' : MARKS[entry.verdict] || '', 'mark');
    });
    const hidden = card.standing.entries.length - shown.length;
    const unit = data.metrics[card.metric].title + (kind === 'rate' ? ', messages/s' : '');
    add(box, 'p', unit + (hidden > 0 ? ' · ' + hidden + ' more below' : ''), 'unit');
    if (!data.codecs[card.standing.best.codec].safe) { add(box, 'p', untrusted(card), 'unit untrusted'); }
  }

  /* Names the fastest codec that may read untrusted bytes, beside the best of the card. */
  function untrusted(card) {
    const safe = standings.standing(card.metric, card.payload, codec => admits(codec) && data.codecs[codec].safe);
    if (!safe) { return 'No codec that may read untrusted bytes was timed.'; }
    const found = card.standing.entries.find(entry => entry.codec === safe.best.codec);
    return 'Fastest that may read untrusted bytes: ' + name(found.codec)
      + (found.times >= 1 || found.lower !== undefined ? ' × ' + bounded(found) : ', not comparable') + '.';
  }

  /* Names the fastest of the codecs that are slower than the best. */
  function next(standing) {
    const behind = standing.entries.find(entry => entry.verdict === 'slower');
    return behind ? ' ahead of ' + name(behind.codec) + ' × ' + factor(behind.times) : '';
  }

  /* ---- The board ---- */

  const tip = at('tip');
  const columnsOf = new Map();
  let boardColumns = [];
  let boardRows = [];
  let boardLines = [];
  let boardShape = null;

  /* The one cell that the Tab key stops at. */
  let stop = null;

  /* Returns the content of a cell of the board. */
  const cellOf = box => boardRows[box.parentNode.sectionRowIndex].cells[box.cellIndex - 1];

  /* Makes the columns of a metric. */
  function columns(metric) {
    const shown = data.payloads.map((payload, index) => index)
      .filter(index => standings.table(metric, index))
      .map(index => {
        const standing = standings.standing(metric, index, () => true);
        return {
          kind: 'payload', payload: index, id: data.payloads[index].id, group: data.payloads[index].family,
          entries: new Map(standing.entries.map(entry => [entry.codec, entry])), best: standing.best.codec,
          ordered: standing.ordered, exact: !standing.table.effects
        };
      });
    const facts = data.needs.map(need => ({kind: 'need', need: need, id: need.id, title: need.short, group: 'has'}));
    const costs = FACTS
      .filter(fact => data.codecs.some(codec => codec.facts[fact.id] && codec.facts[fact.id].value !== undefined))
      .map(fact => ({kind: 'fact', fact: fact, id: fact.id, title: fact.title, group: 'costs'}));
    return shown.concat(facts, costs);
  }

  /* Returns the content of a cell: its text and look, its order (lower first, null last), and a function for its tooltip. */
  function cell(codec, column) {
    if (column.kind === 'need') {
      const found = ruling(codec, column.need.id);
      return {
        text: found.met === true ? '✓' : found.met === false ? '–' : '·', look: 'fact',
        order: found.met === true ? 0 : found.met === false ? 1 : null,
        say: () => name(codec) + ', ' + column.need.title + ': '
          + (found.met === true ? 'yes' : found.met === false ? 'no' : 'not known') + '\n' + found.why
      };
    }
    if (column.kind === 'fact') {
      const fact = data.codecs[codec].facts[column.fact.id];
      if (!fact) { return {text: '', look: 'fact', order: null}; }
      const known = fact.value !== undefined;
      return {
        text: known ? amount(fact.value, column.fact.kind) : '·', look: 'fact', order: known ? fact.value : null,
        say: () => name(codec) + ', ' + column.fact.about + ': ' + fact.say
      };
    }
    const entry = column.entries.get(codec);
    const kind = data.metrics[view.metric].kind;
    if (!entry) {
      const fault = data.faults[codec + ' ' + column.payload];
      const failure = data.failures[view.metric + ' ' + codec + ' ' + column.payload];
      return fault === undefined && failure === undefined ? {text: '', look: 'none', order: null} : {
        text: fault === undefined ? '!' : '✕', look: 'none', order: null,
        say: () => name(codec) + ' on ' + column.id + ': ' + data.texts[fault === undefined ? failure : fault]
      };
    }
    const shown = isFinite(entry.times) && entry.times >= 1;
    return {
      text: shown ? factor(entry.times) : '–', mark: entry.vague ? '?' : MARKS[entry.verdict],
      look: shown ? colour(entry.times) : 'none', order: entry.times,
      say: () => name(codec) + ' on ' + column.id + ': ' + amount(entry.value, kind)
        + (entry.low === null ? '' : ' [' + amount(entry.low, kind) + ', ' + amount(entry.high, kind) + ']')
        + (entry.verdict === 'best' ? '\n' + (column.ordered ? VERDICTS.best : 'the best seen; too few rounds for an order')
          : shown ? '\n× ' + bounded(entry) + ' the cost of '
            + name(column.best) + (entry.verdict ? ': ' + VERDICTS[entry.verdict]
              : column.exact ? '' : '; too few forks to judge') : '')
    };
  }

  function drawBoard() {
    const board = at('board');
    if (!columnsOf.has(view.metric)) { columnsOf.set(view.metric, columns(view.metric)); }
    const other = boardColumns !== columnsOf.get(view.metric);
    boardColumns = columnsOf.get(view.metric);
    if (!boardColumns.some(column => column.id === view.sort.column)) { view.sort = {column: lead(), down: false}; }
    if (other) { heads(board); }
    boardRows = contents();
    if (other) { widths(board); }
    arrange();
    at('board-caption').textContent =
      data.metrics[view.metric].title + ': the cost of a codec divided by that of the best';
    at('board-note').textContent = data.metrics[view.metric].note;
  }

  /* Returns the payload that most codecs were measured on. Of several such payloads, returns one that a card shows. */
  function lead() {
    const carded = new Set(data.cards.map(card => data.payloads[card.payload].id));
    const weight = column => 2 * column.entries.size + (carded.has(column.id) ? 1 : 0);
    const found = boardColumns.filter(column => column.kind === 'payload')
      .reduce((best, column) => best && weight(best) >= weight(column) ? best : column, null);
    return found ? found.id : null;
  }

  function heads(board) {
    const head = board.tHead;
    head.textContent = '';
    const groups = add(head, 'tr', '', 'groups');
    add(groups, 'td');
    let last = null;
    boardColumns.forEach(column => {
      column.edge = !last || last.textContent !== column.group;
      if (column.edge) {
        last = add(groups, 'th', column.group);
        last.scope = 'colgroup';
        last.colSpan = 0;
        last.className = 'edge';
      }
      last.colSpan = column.edge ? 1 : last.colSpan + 1;
    });
    const names = add(head, 'tr', '', 'names');
    const corner = add(names, 'th', 'codec');
    corner.scope = 'col';
    boardColumns.forEach(column => {
      const header = add(names, 'th', '', column.edge ? 'edge' : '');
      header.scope = 'col';
      const button = add(header, 'button');
      button.type = 'button';
      add(button, 'span', column.title || column.id);
      button.title = column.kind === 'need' ? column.need.title : column.kind === 'fact' ? column.fact.about : column.id;
      button.addEventListener('click', () => {
        view.sort = {column: column.id, down: view.sort.column === column.id && !view.sort.down};
        say(null);
        arrange();
        write();
      });
    });
  }

  /* Returns the content of the rows: one for each codec with a payload to show. */
  function contents() {
    return data.codecs.map((codec, index) => ({
      codec: index, admitted: admits(index), cells: boardColumns.map(column => {
        const made = cell(index, column);
        if (column.edge) { made.look += ' edge'; }
        return made;
      })
    })).filter(row => row.cells.some((each, index) => boardColumns[index].kind === 'payload' && each.text));
  }

  /*
   * Sets the width of each column from its longest text. Without given widths, the browser would measure thousands of cells
   * again after each click.
   */
  function widths(board) {
    /* A point or a comma is about half as wide as a digit. */
    const room = text => text.length - (text.match(/[.,]/g) || []).length / 2;
    const longest = texts => texts.reduce((most, text) => Math.max(most, room(text)), 0);
    const old = board.querySelector('colgroup');
    if (old) { old.remove(); }
    const columns = make('colgroup');
    board.insertBefore(columns, board.tHead);
    board.className = 'sized';
    add(columns, 'col').style.width =
      'calc(min(16rem, 38vw, ' + longest(boardRows.map(row => name(row.codec).replace(/[^ -\u024f]/g, '00'))) + 'ch) + 3.4rem)';
    boardColumns.forEach((column, index) => {
      const alike = boardColumns.filter(other => other.group === column.group).length;
      const letters = Math.max(longest(boardRows.map(row => row.cells[index].text + (row.cells[index].mark || ''))),
        Math.ceil((column.group.length + 1) / alike));
      add(columns, 'col').style.width = 'max(' + (column.kind === 'payload' ? '2.3rem' : '1.5rem') + ', '
        + letters + 'ch + ' + (column.edge ? 14 : 8) + 'px)';
    });
  }

  /* Sorts the rows and fills the lines. Lines are made once: moving or making thousands of cells takes longer. */
  function arrange() {
    const board = at('board');
    const by = boardColumns.findIndex(column => column.id === view.sort.column);
    Array.from(board.tHead.rows[1].cells).slice(1).forEach((header, index) => {
      if (index === by) {
        header.setAttribute('aria-sort', view.sort.down ? 'descending' : 'ascending');
      } else {
        header.removeAttribute('aria-sort');
      }
    });
    boardRows.sort((a, b) => {
      if (a.admitted !== b.admitted) { return b.admitted - a.admitted; }
      const first = by < 0 ? 0 : a.cells[by].order;
      const second = by < 0 ? 0 : b.cells[by].order;
      const blankA = first === null || isNaN(first);
      const blankB = second === null || isNaN(second);
      if (blankA || blankB) { return blankA - blankB || a.codec - b.codec; }
      return (view.sort.down ? second - first : first - second) || a.codec - b.codec;
    });
    const shape = boardRows.length + ' ' + boardColumns.map(column => column.id).join(' ');
    if (shape !== boardShape) {
      boardShape = shape;
      const body = document.createElement('tbody');
      boardLines = boardRows.map(() => line(body));
      board.replaceChild(body, board.tBodies[0]);
    }
    boardLines.forEach((line, index) => fill(line, boardRows[index]));
    stopAt(boardLines.length ? boardLines[0].cells[boardRows[0].cells.findIndex(each => each.say)].box : null);
  }

  function stopAt(box) {
    if (stop) { stop.removeAttribute('tabindex'); }
    stop = box;
    if (stop) { stop.tabIndex = 0; }
  }

  /* Makes an empty line of the board. */
  function line(body) {
    const row = add(body, 'tr');
    const header = add(row, 'th');
    header.scope = 'row';
    const pin = add(header, 'button', 'vs', 'pin');
    pin.type = 'button';
    pin.addEventListener('click', () => toggle(codecs.get(row.dataset.codec)));
    return {
      row: row, header: header, pin: pin, id: add(header, 'span', '', 'id'), unsafe: add(header, 'span', '', 'dim'),
      cells: boardColumns.map(() => {
        const box = add(row, 'td');
        return {box: box, text: box.appendChild(document.createTextNode('')), mark: null, shown: {text: ''}};
      })
    };
  }

  /* Changes only the differences, and reads nothing from the page. */
  function fill(line, content) {
    const codec = name(content.codec);
    if (line.row.dataset.codec !== codec) {
      line.row.dataset.codec = codec;
      line.pin.setAttribute('aria-label', 'Compare ' + codec);
      line.id.textContent = line.id.title = codec;
      line.unsafe.textContent = data.codecs[content.codec].safe ? '' : ' ⚠';
    }
    const out = content.admitted ? '' : 'out';
    if (line.row.className !== out) { line.row.className = out; }
    line.pin.setAttribute('aria-pressed', String(view.pinned.indexOf(content.codec) >= 0));
    if (content.admitted) { delete line.header.dataset.say; } else { line.header.dataset.say = missing(content.codec); }
    line.cells.forEach((place, index) => {
      const each = content.cells[index];
      const was = place.shown;
      place.shown = each;
      if (was.text !== each.text) { place.text.nodeValue = each.text; }
      if (was.look !== each.look) { place.box.className = each.look; }
      if (was.mark === each.mark) { return; }
      if (!each.mark) {
        place.mark.remove();
        place.mark = null;
      } else if (place.mark) {
        place.mark.textContent = each.mark;
      } else {
        place.mark = add(place.box, 'small', each.mark);
      }
    });
  }

  /* Returns the needs that a codec does not meet, and the trial or fact that decides each. */
  function missing(codec) {
    return data.needs.filter(need => view.needs.has(need.id) && ruling(codec, need.id).met !== true)
      .map(need => name(codec) + ' lacks “' + need.title + '”: ' + ruling(codec, need.id).why).join('\n');
  }

  /* The Tab key stops once. Arrow keys move from cell to cell. */
  at('board').addEventListener('keydown', event => {
    const here = event.target.closest('tbody td');
    const way = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[event.key];
    if (!here || !way) { return; }
    event.preventDefault();
    const body = here.closest('tbody');
    let row = here.parentNode.sectionRowIndex;
    let column = here.cellIndex;
    for (;;) {
      row += way[0];
      column += way[1];
      const next = body.rows[row] && body.rows[row].cells[column];
      if (!next || column < 1) { return; }
      if (cellOf(next).say) {
        stopAt(next);
        next.focus();
        return;
      }
    }
  });

  /* ---- Tooltips of cells and needs ---- */

  let asked = null;

  function asks(element) {
    const found = element.closest('[data-say], #board tbody td');
    return found && (found.dataset.say || cellOf(found).say) ? found : null;
  }

  function say(element) {
    if (element === asked) { return; }
    if (asked) { asked.removeAttribute('aria-describedby'); }
    asked = element;
    tip.hidden = !element;
    if (!element) { return; }
    tip.textContent = element.dataset.say || cellOf(element).say();
    element.setAttribute('aria-describedby', 'tip');
    const box = element.getBoundingClientRect();
    const width = Math.min(tip.offsetWidth, innerWidth - 16);
    tip.style.left = Math.max(8, Math.min(box.left, innerWidth - width - 8)) + 'px';
    const below = box.bottom + 6;
    tip.style.top = (below + tip.offsetHeight > innerHeight ? Math.max(8, box.top - tip.offsetHeight - 6) : below) + 'px';
  }

  const front = at('front');
  front.addEventListener('mouseover', event => say(asks(event.target)));
  front.addEventListener('mouseleave', () => say(null));
  front.addEventListener('focusin', event => say(asks(event.target)));
  front.addEventListener('focusout', () => say(null));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') { say(null); } });
  addEventListener('scroll', () => say(null), {passive: true, capture: true});

  /* ---- Two codecs side by side ---- */

  function toggle(codec) {
    const place = view.pinned.indexOf(codec);
    if (place >= 0) { view.pinned.splice(place, 1); } else { view.pinned = view.pinned.slice(-1).concat(codec); }
    changed();
  }

  function drawPinned() {
    const box = at('pinned');
    box.textContent = '';
    box.hidden = !view.pinned.length;
    if (box.hidden) { return; }
    if (view.pinned.length < 2) {
      add(box, 'p', name(view.pinned[0]) + ' is pinned. Choose “vs” at another codec to compare them.', 'note');
      return;
    }
    const one = view.pinned[0];
    const other = view.pinned[1];
    const kind = data.metrics[view.metric].kind;
    const table = add(box, 'table', '', 'pair');
    add(table, 'caption', data.metrics[view.metric].title + ': ' + name(one) + ' against ' + name(other));
    const head = add(table.createTHead(), 'tr');
    ['payload', name(one), name(other), '× the cost of ' + name(other), 'verdict'].forEach(title => {
      add(head, 'th', title).scope = 'col';
    });
    const body = table.createTBody();
    boardColumns.filter(column => column.kind === 'payload').forEach(column => {
      const first = column.entries.get(one);
      const second = column.entries.get(other);
      if (!first && !second) { return; }
      const row = add(body, 'tr');
      add(row, 'th', column.id).scope = 'row';
      [[first, one], [second, other]].forEach(each => {
        const said = cell(each[1], column);
        const box = add(row, 'td', each[0] ? amount(each[0].value, kind) : said.text || 'not measured');
        if (said.say) { box.title = said.say(); }
      });
      if (!first || !second) {
        add(row, 'td');
        add(row, 'td');
        return;
      }
      const against = standings.compare(standings.table(view.metric, column.payload), first.row, second.row);
      add(row, 'td', '× ' + bounded(against));
      add(row, 'td', !against.verdict ? (column.exact ? '' : 'too few forks to judge')
        : against.verdict === 'inconclusive' ? '? not distinguishable'
          : {faster: '▲ ', slower: '▼ ', tied: '≈ '}[against.verdict] + against.verdict);
    });
    if (!body.rows.length) { add(box, 'p', 'This metric has no measurement of either codec.', 'note'); }
  }

  /* ---- Toggles ---- */

  function buttons() {
    const needs = at('needs');
    data.needs.forEach(need => {
      const button = add(needs, 'button', need.title);
      button.type = 'button';
      button.dataset.need = need.id;
      button.dataset.say = need.about;
      if (!need.judged) {
        button.className = 'unjudged';
        button.setAttribute('aria-disabled', 'true');
      }
      button.addEventListener('click', () => {
        if (!need.judged) { return; }
        if (!view.needs.delete(need.id)) { view.needs.add(need.id); }
        changed();
      });
    });
    data.metrics.forEach((metric, index) => {
      if (!data.tables.some(table => table.metric === index)) { return; }
      const button = add(at('metrics'), 'button', metric.title);
      button.type = 'button';
      button.dataset.metric = metric.id;
      button.addEventListener('click', () => { view.metric = index; changed(); });
    });
  }

  function press() {
    at('needs').querySelectorAll('button').forEach(button =>
      button.setAttribute('aria-pressed', String(view.needs.has(button.dataset.need))));
    at('metrics').querySelectorAll('button').forEach(button =>
      button.setAttribute('aria-pressed', String(metrics.get(button.dataset.metric) === view.metric)));
  }

  /* ---- The view in the address ---- */

  function write() {
    const parts = [];
    const part = (key, values) => { if (values.length) { parts.push(key + '=' + values.map(encodeURIComponent).join(',')); } };
    part('need', data.needs.filter(need => view.needs.has(need.id)).map(need => need.id));
    part('show', view.metric ? [data.metrics[view.metric].id] : []);
    part('sort', view.sort.column && (view.sort.column !== lead() || view.sort.down)
      ? [view.sort.column].concat(view.sort.down ? ['down'] : []) : []);
    part('pin', view.pinned.map(name));
    part('on', view.cards.filter((payload, index) => payload !== data.cards[index].payload)
      .map(payload => data.payloads[payload].id));
    const hash = parts.length ? '#' + parts.join('&') : '';
    if (hash !== location.hash && (hash || location.hash.indexOf('=') > 0)) {
      history.replaceState(null, '', hash || location.pathname + location.search);
    }
  }

  function read() {
    reset();
    location.hash.slice(1).split('&').forEach(part => {
      const split = part.indexOf('=');
      if (split < 0) { return; }
      let values;
      try {
        values = part.slice(split + 1).split(',').map(decodeURIComponent);
      } catch (malformed) { return; }
      const key = part.slice(0, split);
      if (key === 'need') {
        data.needs.filter(need => need.judged && values.indexOf(need.id) >= 0).forEach(need => view.needs.add(need.id));
      } else if (key === 'show' && metrics.has(values[0])) {
        view.metric = metrics.get(values[0]);
      } else if (key === 'sort') {
        view.sort = {column: values[0], down: values[1] === 'down'};
      } else if (key === 'pin') {
        view.pinned = values.filter(value => codecs.has(value)).map(value => codecs.get(value)).slice(0, 2);
      } else if (key === 'on') {
        values.filter(value => payloads.has(value)).map(value => payloads.get(value)).forEach(payload => {
          const card = families.indexOf(data.payloads[payload].family);
          if (card >= 0 && data.metrics.some((metric, index) => metric.leads && standings.table(index, payload))) {
            view.cards[card] = payload;
          }
        });
      }
    });
  }

  function draw() {
    say(null);
    const cards = view.cards.map((payload, index) => card(index));
    cards.forEach((card, index) => drawCard(at('cards').children[index], card));
    at('lead').textContent = sentence(cards);
    press();
    drawBoard();
    drawPinned();
  }

  function changed() {
    draw();
    write();
  }

  at('cards').textContent = '';
  at('cards').className = 'cards';
  data.cards.forEach(() => add(at('cards'), 'article', '', 'card'));
  buttons();
  read();
  at('asks').hidden = false;
  draw();
  addEventListener('hashchange', () => {
    if (location.hash.indexOf('=') > 0) {
      read();
      draw();
    }
  });
}());
