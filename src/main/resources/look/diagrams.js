// Draws the diagrams of a page, and puts on them what changed, or the figures of a table.
for (const drawing of document.querySelectorAll('.drawing')) {
  draw(drawing).catch(() => { drawing.textContent = 'This diagram cannot be drawn here. Open the file in Modeler.'; });
}

async function draw(drawing) {
  const answer = await fetch(drawing.dataset.file, { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const viewer = new BpmnJS({ container: drawing });
  await viewer.importXML(await answer.text());
  const elements = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  for (const kind of ['added', 'removed', 'changed']) {
    for (const id of (drawing.dataset[kind] || '').split(' ')) {
      if (id && elements.get(id)) {
        canvas.addMarker(id, kind);
      }
    }
  }
  if (drawing.dataset.figures) {
    putFigures(viewer.get('overlays'), elements, document.getElementById(drawing.dataset.figures));
  }
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.92, 'auto');
  drawing.dataset.drawn = 'yes';
}

function putFigures(overlays, elements, table) {
  for (const row of table.querySelectorAll('[data-element]')) {
    if (elements.get(row.dataset.element)) {
      const note = document.createElement('div');
      note.className = 'on-it';
      for (const line of row.dataset.lines.split('|')) {
        const words = document.createElement('div');
        words.textContent = line;
        note.append(words);
      }
      overlays.add(row.dataset.element, 'figures', {
        position: row.dataset.kind === 'conversation' ? { top: 2, right: -6 } : { bottom: 2, left: -16 }, scale: { min: 0.7, max: 1.2 }, html: note
      });
    }
  }
}
