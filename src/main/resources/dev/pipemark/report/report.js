/* Tables that can be sorted and filtered, and links that lead to a row wherever it is. */
(function () {
  'use strict';

  var FACETS = ['family', 'codec', 'badge'];
  var compare = new Intl.Collator('en', {numeric: true}).compare;

  function each(list, action) { Array.prototype.forEach.call(list, action); }

  function add(parent, name, text, className) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    if (className) { element.className = className; }
    parent.appendChild(element);
    return element;
  }

  /* Numbers by their value, text as it reads; blanks stay last. */

  function read(text) {
    return /^-?\d[\d,]*(\.\d+)?$/.test(text) ? Number(text.replace(/,/g, '')) : null;
  }

  function key(row, column, header) {
    var cell = row.children[column];
    if (!header.classList.contains('number')) { return cell.textContent.trim(); }
    if (header.hasAttribute('data-ordered')) { return cell.dataset.order ? Number(cell.dataset.order) : null; }
    return cell.firstChild ? read(cell.firstChild.nodeValue.trim()) : null;
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

  /* One filter for all tables whose rows say what they are about. */

  var controls = document.getElementById('controls');
  var words = document.getElementById('filter-words');
  var status = document.getElementById('filter-status');
  var reset = document.getElementById('filter-reset');
  var tables = [];

  function known(table) {
    var box = table.parentNode;
    var entry = {table: table, box: box, rows: [], has: {}, section: table.closest('section')};
    each(table.tBodies[0].rows, function (row) {
      var facts = {row: row, text: null};
      FACETS.forEach(function (facet) {
        facts[facet] = row.getAttribute('data-' + facet) || '';
        if (facts[facet]) { entry.has[facet] = true; }
      });
      entry.rows.push(facts);
    });
    entry.filtered = FACETS.some(function (facet) { return entry.has[facet]; });
    if (entry.filtered) {
      entry.count = add(table.caption, 'span', rowsIn(entry.rows.length), 'count');
      entry.line = document.createElement('p');
      entry.line.className = 'emptied';
      entry.line.hidden = true;
      box.parentNode.insertBefore(entry.line, box);
    }
    return entry;
  }

  function rowsIn(count) { return count === 1 ? '1 row' : count.toLocaleString('en') + ' rows'; }

  function menu(details) {
    var facet = details.dataset.facet;
    var values = {};
    tables.forEach(function (table) {
      table.rows.forEach(function (row) { if (row[facet]) { values[row[facet]] = true; } });
    });
    var options = details.querySelector('.options');
    Object.keys(values).sort(compare).forEach(function (value) {
      var label = add(options, 'label');
      var box = add(label, 'input');
      box.type = 'checkbox';
      box.value = value;
      add(label, 'span', value);
    });
    details.hidden = Object.keys(values).length < 2;
  }

  function chosen(facet) {
    var all = {};
    var any = false;
    each(document.querySelectorAll('.menu[data-facet="' + facet + '"] input:checked'), function (box) {
      all[box.value] = any = true;
    });
    return any ? all : null;
  }

  function filter() {
    var wanted = words.value.trim().toLowerCase();
    var facets = {};
    FACETS.forEach(function (facet) { facets[facet] = chosen(facet); });
    var active = wanted !== '' || FACETS.some(function (facet) { return facets[facet]; });
    var shown = 0;
    var all = 0;
    tables.forEach(function (table) {
      if (!table.filtered) { return; }
      var count = 0;
      table.rows.forEach(function (facts) {
        var stays = FACETS.every(function (facet) {
          return !facets[facet] || !table.has[facet] || facets[facet][facts[facet]];
        });
        if (stays && wanted) {
          if (facts.text === null) { facts.text = facts.row.textContent.toLowerCase(); }
          stays = facts.text.indexOf(wanted) >= 0;
        }
        facts.row.hidden = !stays;
        count += stays ? 1 : 0;
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
    status.textContent = active ? shown.toLocaleString('en') + ' of ' + rowsIn(all) : '';
    reset.disabled = !active;
    each(document.querySelectorAll('.menu'), function (details) {
      var some = details.querySelectorAll('input:checked').length;
      details.classList.toggle('chosen', some > 0);
      details.firstElementChild.textContent = details.dataset.facet.charAt(0).toUpperCase()
        + details.dataset.facet.slice(1) + (some ? ': ' + some : '');
    });
  }

  function name(entry) { return entry.table.caption.firstChild.nodeValue; }

  /* A section whose tables are all empty keeps its heading, and the lines that say so. */
  function sections() {
    var full = new Map();
    tables.forEach(function (table) {
      full.set(table.section, full.get(table.section) || !table.empty);
    });
    full.forEach(function (any, section) { section.classList.toggle('nothing', !any); });
  }

  function clear() {
    words.value = '';
    each(document.querySelectorAll('.menu input:checked'), function (box) { box.checked = false; });
    filter();
  }

  function close(except) {
    each(document.querySelectorAll('.menu[open]'), function (details) {
      if (details !== except) { details.open = false; }
    });
  }

  function controllable() {
    var more = document.getElementById('controls-more');
    var filters = document.getElementById('controls-filters');
    each(document.querySelectorAll('.menu'), menu);
    var any = tables.some(function (table) { return table.filtered; });
    filters.hidden = more.hidden = status.hidden = !any;
    var waiting = 0;
    words.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    controls.addEventListener('change', function (event) {
      if (event.target.type === 'checkbox') { filter(); }
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
    document.addEventListener('click', function (event) { close(event.target.closest('.menu')); });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') { return; }
      var open = document.activeElement && document.activeElement.closest('.menu[open]');
      close(null);
      if (open) { open.firstElementChild.focus(); }
    });
    controls.hidden = false;
  }

  /* No filter may hide what a link leads to. */
  function reveal() {
    var target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) { /* An address that was cut leads nowhere. */ }
    if (!target) { return; }
    for (var fold = target.closest('details.chapter'); fold; fold = fold.parentNode.closest('details.chapter')) {
      fold.open = true;
    }
    if (target.closest('[hidden], .nothing') || target.querySelector(':scope > [hidden]')) { clear(); }
    var row = target.closest('tbody tr');
    if (row) { row.scrollIntoView({block: 'center', inline: 'nearest'}); } else { target.scrollIntoView(); }
  }

  each(document.querySelectorAll('main table'), function (table) {
    if (table.closest('#front')) { return; }
    sortable(table);
    tables.push(known(table));
  });
  controllable();
  window.addEventListener('hashchange', reveal);
  each(document.querySelectorAll('main a[href^="#"]'), function (link) {
    // Followed a second time, the address does not change.
    link.addEventListener('click', function () {
      if (link.hash === location.hash) { setTimeout(reveal, 0); }
    });
  });
  /* Paper has no folds. */
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
