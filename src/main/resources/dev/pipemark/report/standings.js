/*
 * Arithmetic on the standings of a run: the best of some codecs on a payload, and the others beside it. The judgements come
 * from the report. Effects are logarithms of cost, so the difference of two effects is the logarithm of a ratio.
 */
function pipemarkStandings(data) {
  'use strict';

  /* The limits beyond which an inconclusive interval says nothing, as in the report's ranking. */
  const VAGUE = Math.log(10);
  const FAR = Math.log(2);

  /* The report writes logarithms as whole numbers of this step. */
  const STEP = 1e-4;

  const tables = data.metrics.map(() => new Map());
  data.tables.forEach(table => {
    const bound = (share, row) => share === null ? null : table.values[row] * share / 1000;
    table.lows = table.lows && table.lows.map(bound);
    table.highs = table.highs && table.highs.map(bound);
    table.codecs = table.codecs || data.codecs.map((codec, index) => index);
    table.row = new Map(table.codecs.map((codec, row) => [codec, row]));
    table.order = table.codecs.map((codec, row) => row).sort((a, b) => cost(table, a) - cost(table, b));
    table.own = new Map((table.pairs || []).map(pair => [pair[0] + ' ' + pair[1], pair]));
    tables[table.metric].set(table.payload, table);
  });

  function table(metric, payload) { return tables[metric].get(payload); }

  function judged(table, row) { return !!table.effects && table.effects[row] !== null; }

  function cost(table, row) {
    return data.metrics[table.metric].kind === 'rate' ? 1 / table.values[row] : table.values[row];
  }

  /* Returns the logarithm of one cell's cost over another's, and half its interval; null if there are too few forks. */
  function difference(table, one, other) {
    if (one === other || !judged(table, one) || !judged(table, other)) { return null; }
    const turned = one > other;
    const own = table.own.get(turned ? other + ' ' + one : one + ' ' + other);
    if (!own) { return {log: STEP * (table.effects[one] - table.effects[other]), half: STEP * table.half, verdict: null}; }
    if (own[3] === null) { return null; }
    return {log: STEP * (turned ? -own[2] : own[2]), half: STEP * own[3], verdict: own[4] ? turn(own[4], turned) : null};
  }

  function turn(verdict, turned) {
    return !turned ? verdict : verdict === 'slower' ? 'faster' : verdict === 'faster' ? 'slower' : verdict;
  }

  /* Returns the cost of one cell over that of another: {times, lower, upper, verdict, vague}, or the ratio alone. */
  function compare(table, one, other) {
    const apart = difference(table, one, other);
    if (!apart) { return {times: cost(table, one) / cost(table, other), verdict: ''}; }
    const lower = Math.exp(apart.log - apart.half);
    const upper = Math.exp(apart.log + apart.half);
    const margin = 1 + table.delta;
    const verdict = apart.verdict || (lower >= 1 / margin && upper <= margin ? 'tied'
      : upper < 1 ? 'faster' : lower > 1 ? 'slower' : 'inconclusive');
    const alone = table.noisy && (table.noisy.indexOf(one) >= 0 || table.noisy.indexOf(other) >= 0);
    return {
      times: Math.exp(apart.log), lower: lower, upper: upper, verdict: verdict,
      vague: verdict === 'inconclusive' && (2 * apart.half > VAGUE || (alone && apart.log > FAR))
    };
  }

  /* Returns the cheapest of some rows. A noisy row is the cheapest only if no row is faster. */
  function best(table, rows) {
    const able = rows.filter(row => judged(table, row));
    const noisy = row => table.noisy && table.noisy.indexOf(row) >= 0;
    let found = able.filter(row => !noisy(row)).reduce(
      (least, row) => least < 0 || table.effects[row] < table.effects[least] ? row : least, -1);
    able.filter(noisy).forEach(row => {
      if ((found < 0 || compare(table, row, found).times < 1)
          && able.every(other => compare(table, other, row).verdict !== 'faster')) { found = row; }
    });
    return found >= 0 ? found : rows.reduce(
      (least, row) => least < 0 || cost(table, row) < cost(table, least) ? row : least, -1);
  }

  /*
   * Returns the admitted codecs on one payload: the best, and all with their comparison to it, lowest cost first. `front` is
   * the best with all that may be as good. It is empty if there are too few forks for an order.
   */
  function standing(metric, payload, admits) {
    const found = table(metric, payload);
    const rows = found ? found.order.filter(row => admits(found.codecs[row])) : [];
    if (!rows.length) { return null; }
    const first = best(found, rows);
    const exact = !found.effects;
    /* The rows are in the order of cost. */
    const entries = rows.map(row => {
      const against = row === first ? {times: 1, verdict: 'best'} : compare(found, row, first);
      return Object.assign(against, {
        codec: found.codecs[row], row: row, value: found.values[row],
        low: found.lows ? found.lows[row] : null, high: found.highs ? found.highs[row] : null
      });
    });
    const placed = rows.filter(row => judged(found, row)).length;
    const ordered = exact || rows.length === 1 || placed > 1;
    const front = !ordered ? [] : entries.filter(entry => exact ? entry.times === 1
      : entry.verdict === 'best' || entry.verdict === 'tied' || (entry.verdict === 'inconclusive' && !entry.vague));
    return {
      table: found, entries: entries, ordered: ordered,
      best: entries.find(entry => entry.row === first),
      front: front.sort((a, b) => (b.verdict === 'best') - (a.verdict === 'best'))
    };
  }

  return {table: table, compare: compare, standing: standing};
}
