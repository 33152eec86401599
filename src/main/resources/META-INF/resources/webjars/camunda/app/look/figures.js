/* Puts what the trust report says on a diagram in Cockpit. Whatever goes wrong, the diagram stays as it is. */

import { root } from './root.js';

const STYLE = 'width:max-content;max-width:134px;padding:2px 6px;border:1px solid #155cb5;border-radius:4px;background:#fff;color:#1f2933;'
  + 'font:11px/1.3 sans-serif';

async function put(viewer, definitionId) {
  const answer = await fetch(root + '/report/diagrams/' + encodeURIComponent(definitionId),
    { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.status !== 200) {
    return;
  }
  const diagram = await answer.json();
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  for (const part of diagram.parts) {
    if (elements.get(part.id)) {
      overlays.add(part.id, 'figures', { position: part.kind === 'conversation' ? { top: 2, right: -6 } : { bottom: -6, left: -16 }, html: note(part.lines) });
    }
  }
}

function note(lines) {
  const note = document.createElement('div');
  note.className = 'on-it';
  note.style.cssText = STYLE;
  for (const line of lines) {
    const words = document.createElement('div');
    words.textContent = line;
    note.append(words);
  }
  return note;
}

export default {
  id: 'figures-on-the-diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  render: (viewer, { processDefinitionId }) => {
    put(viewer, processDefinitionId).catch(() => {});
  }
};
