/* Read before Tasklist builds itself: its name, what is left out of it, and what is added. */

const LEFT_OUT = [
  // tasks of nobody's process, and remarks that no ledger would hold
  'tasklist.navbar.action:create-task-action',
  'tasklist.task.action:task-action-comment',
  // the engine's log of a task, with its ids; the ledger tells the story
  'tasklist.task.detail:task-detail-history',
  // both speak of variables and definitions; the filters are sorted by what is due
  'tasklist.header:tasklist-sorting',
  'tasklist.list:task-search',
  // shows process variables, and there are none to see
  'tasklist.card:tasklist-card-variables'
];

document.querySelector('base').setAttribute('cam-exclude-plugins', LEFT_OUT.join(','));

export default {
  app: { vendor: 'Target to Close', name: 'Tasklist' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/words.js', 'scripts/names.js', '../look/session.js', 'scripts/card.js', 'scripts/find-client.js', 'scripts/start.js', 'scripts/form.js'],
  shortcuts: {
    focusFilter: { key: 'ctrl+shift+f', description: 'Go to the lists on the left' },
    focusList: { key: 'ctrl+alt+l', description: 'Go to the first conversation of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'Go to the first question of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'Start something new' }
  }
};
