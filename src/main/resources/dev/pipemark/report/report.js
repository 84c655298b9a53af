/* Sorts and filters tables, and opens the section that a link leads to. */
(function () {
  'use strict';

  var compare = new Intl.Collator('en', {numeric: true}).compare;

  function each(list, action) { Array.prototype.forEach.call(list, action); }

  function add(parent, name, text, className) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    if (className) { element.className = className; }
    parent.appendChild(element);
    return element;
  }

  /* Numbers are sorted by the number at their start, and texts by their letters. Blanks stay last. */

  function key(row, column, header) {
    var cell = row.children[column];
    var text = cell.firstChild ? cell.firstChild.nodeValue.trim() : '';
    if (!header.classList.contains('number')) { return text; }
    var number = /^[+-]?\d[\d,]*(\.\d+)?/.exec(text);
    return number ? Number(number[0].replace(/,/g, '')) : null;
  }

  function sort(table, column, header) {
    var down = header.getAttribute('aria-sort') === 'ascending';
    var number = header.classList.contains('number');
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row) {
      return {row: row, key: key(row, column, header)};
    });
    rows.sort(function (a, b) {
      var blankA = a.key === null || a.key === '';
      var blankB = b.key === null || b.key === '';
      if (blankA || blankB) { return blankA - blankB; }
      var way = number ? a.key - b.key : compare(a.key, b.key);
      return down ? -way : way;
    });
    var sorted = document.createDocumentFragment();
    rows.forEach(function (entry) { sorted.appendChild(entry.row); });
    body.appendChild(sorted);
    each(table.tHead.rows[0].cells, function (other) { other.removeAttribute('aria-sort'); });
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }

  function sortable(table) {
    each(table.tHead.rows[0].cells, function (header, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = header.textContent;
      button.addEventListener('click', function () { sort(table, column, header); });
      header.textContent = '';
      header.appendChild(button);
    });
  }

  /* One filter for the rows of all tables. */

  var controls = document.getElementById('controls');
  var words = document.getElementById('filter-words');
  var status = document.getElementById('filter-status');
  var reset = document.getElementById('filter-reset');
  var tables = [];

  function known(table) {
    var box = table.parentNode;
    var entry = {table: table, box: box, section: table.closest('section')};
    entry.rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) { return {row: row, text: null}; });
    entry.count = add(table.caption, 'span', rowsIn(entry.rows.length), 'count');
    entry.line = document.createElement('p');
    entry.line.className = 'emptied';
    entry.line.hidden = true;
    box.parentNode.insertBefore(entry.line, box);
    return entry;
  }

  function rowsIn(count) { return count === 1 ? '1 row' : count.toLocaleString('en') + ' rows'; }

  /* A table whose caption contains the words keeps all its rows. */
  function filter() {
    var wanted = words.value.trim().toLowerCase();
    var shown = 0;
    var all = 0;
    tables.forEach(function (table) {
      var whole = name(table).toLowerCase().indexOf(wanted) >= 0;
      var count = 0;
      table.rows.forEach(function (entry) {
        if (entry.text === null && !whole) { entry.text = entry.row.textContent.toLowerCase(); }
        entry.row.hidden = !whole && entry.text.indexOf(wanted) < 0;
        count += entry.row.hidden ? 0 : 1;
      });
      shown += count;
      all += table.rows.length;
      table.empty = count === 0 && table.rows.length > 0;
      table.count.textContent = count < table.rows.length
        ? count.toLocaleString('en') + ' of ' + rowsIn(table.rows.length) : rowsIn(table.rows.length);
      table.box.hidden = table.empty;
      table.line.hidden = !table.empty;
      table.line.textContent = table.empty
        ? 'None of the ' + rowsIn(table.rows.length) + ' of “' + name(table) + '” passes the filter.' : '';
    });
    sections();
    status.textContent = wanted ? shown.toLocaleString('en') + ' of ' + rowsIn(all) : '';
    reset.disabled = !wanted;
  }

  function name(entry) { return entry.table.caption.firstChild.nodeValue; }

  /* A section whose tables are all empty keeps its heading and a line about each of them. */
  function sections() {
    var full = new Map();
    tables.forEach(function (table) {
      full.set(table.section, full.get(table.section) || !table.empty);
    });
    full.forEach(function (any, section) { section.classList.toggle('nothing', !any); });
  }

  function clear() {
    words.value = '';
    filter();
  }

  function controllable() {
    var more = document.getElementById('controls-more');
    var filters = document.getElementById('controls-filters');
    filters.hidden = more.hidden = status.hidden = !tables.length;
    var waiting = 0;
    words.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    controls.addEventListener('submit', function (event) { event.preventDefault(); filter(); });
    reset.addEventListener('click', function (event) {
      event.preventDefault();
      clear();
      words.focus();
    });
    more.addEventListener('click', function () {
      more.setAttribute('aria-expanded', String(filters.classList.toggle('open')));
    });
    controls.hidden = false;
  }

  /* Shows the target of a link, even if a filter or a fold hides it. */
  function reveal() {
    var target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) { /* A damaged address leads nowhere. */ }
    if (!target) { return; }
    for (var fold = target.closest('details.chapter'); fold; fold = fold.parentNode.closest('details.chapter')) {
      fold.open = true;
    }
    if (target.closest('[hidden], .nothing')) { clear(); }
    target.scrollIntoView();
  }

  each(document.querySelectorAll('main table'), function (table) {
    if (table.closest('#front')) { return; }
    sortable(table);
    tables.push(known(table));
  });
  controllable();
  window.addEventListener('hashchange', reveal);
  each(document.querySelectorAll('a[href^="#"]'), function (link) {
    // A link that is followed again does not change the address.
    link.addEventListener('click', function () {
      if (link.hash === location.hash) { setTimeout(reveal, 0); }
    });
  });
  /* Paper shows all sections unfolded. */
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = Array.prototype.filter.call(document.querySelectorAll('details.chapter'), function (each) { return !each.open; });
    folded.forEach(function (each) { each.open = true; });
  });
  window.addEventListener('afterprint', function () {
    folded.forEach(function (each) { each.open = false; });
  });
  if (location.hash) { reveal(); }
}());
