/* Makes the columns of every table sortable: numbers by their value, text as it reads; blanks stay last. */
(function () {
  'use strict';

  function order(row, column, number) {
    var cell = row.children[column];
    if (!number) { return cell.textContent.trim(); }
    return cell.dataset.order ? Number(cell.dataset.order) : null;
  }

  function sort(table, column, header) {
    var down = header.getAttribute('aria-sort') === 'ascending';
    var number = header.classList.contains('number');
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row) {
      return {row: row, key: order(row, column, number)};
    });
    rows.sort(function (a, b) {
      var blankA = a.key === null || a.key === '';
      var blankB = b.key === null || b.key === '';
      if (blankA || blankB) { return blankA - blankB; }
      var way = number ? a.key - b.key : a.key.localeCompare(b.key, 'en', {numeric: true});
      return down ? -way : way;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
      other.removeAttribute('aria-sort');
    });
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }

  Array.prototype.forEach.call(document.querySelectorAll('table'), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = header.textContent;
      button.addEventListener('click', function () { sort(table, column, header); });
      header.textContent = '';
      header.appendChild(button);
    });
  });
}());
