/* A box above the list that finds conversations by a part of their name: the client, or what it is about. */

const PAUSE_MS = 300;

const pattern = text => '%' + text.replace(/[\\%_]/g, '\\$&') + '%';

export default {
  id: 'find-client',
  pluginPoint: 'tasklist.list',
  priority: 100,
  render: (node, _, scope) => {
    const box = document.createElement('input');
    box.type = 'search';
    box.className = 'form-control t2c-find';
    box.placeholder = 'Find a client';
    box.setAttribute('aria-label', 'Find a client');
    let pause;
    box.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => scope.$apply(() => {
        const text = box.value.trim();
        scope.tasklistData.set('searchQuery', text ? { nameLike: pattern(text) } : {});
      }), PAUSE_MS);
    });
    node.append(box);
  }
};
