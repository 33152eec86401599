// Draws the diagrams of a page, and marks what changed.
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
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.92, 'auto');
  drawing.dataset.drawn = 'yes';
}
