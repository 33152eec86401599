/* What a card says under its name: when it is due, what is at stake, where the deal stands. Asks once for a whole page. */

import { root } from '../../look/root.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 2;

const known = new Map();
let asking = new Map();

function ask() {
  const asked = asking;
  asking = new Map();
  fetch(root + '/tasklist/cards?tasks=' + [...asked.keys()].join(','), { headers: { Accept: 'application/json' } })
    .then(answer => (answer.ok ? answer.json() : {}))
    .catch(() => ({}))
    .then(cards => asked.forEach((show, id) => {
      if (cards[id]) {
        known.set(id, cards[id]);
        show.forEach(it => it(cards[id]));
      }
    }));
}

function whenKnown(id, show) {
  if (known.has(id)) {
    show(known.get(id));
  }
  if (asking.size === 0) {
    setTimeout(ask);
  }
  asking.set(id, [...(asking.get(id) || []), show]);
}

const startOfDay = date => new Date(date.getFullYear(), date.getMonth(), date.getDate());

const daysUntil = date => Math.round((startOfDay(date) - startOfDay(new Date())) / DAY_MS);

const days = n => (n === 1 ? '1 day' : n + ' days');

const onDay = date => new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' }).format(date);

function due(task) {
  if (task.followUp && new Date(task.followUp) > new Date()) {
    return { urgency: 'waiting', words: 'Waits for ' + onDay(new Date(task.followUp)) };
  }
  if (!task.due) {
    return { urgency: 'later', words: '' };
  }
  const left = daysUntil(new Date(task.due));
  if (left < 0) {
    return { urgency: 'late', words: days(-left) + ' overdue' };
  }
  if (left === 0) {
    return { urgency: 'today', words: 'Due today' };
  }
  return { urgency: left <= SOON_DAYS ? 'soon' : 'later', words: 'Due ' + onDay(new Date(task.due)) };
}

const amount = card => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(card.value) + ' ' + card.currency;

const since = n => (n === 0 ? 'since today' : 'for ' + days(n));

const held = n => (n === 1 ? 'held once' : n === 2 ? 'held twice' : 'held ' + n + ' times');

function deal(card) {
  return [
    card.value == null ? 'value unknown' : amount(card),
    card.daysInStage == null ? card.stage : card.stage + ' ' + since(card.daysInStage),
    card.attempts > 0 ? held(card.attempts) : '',
    card.owner || ''
  ].filter(Boolean).join(' · ');
}

function line(name, words) {
  const element = document.createElement('div');
  element.className = name;
  element.textContent = words;
  return element;
}

export default {
  id: 'conversation-card',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, { taskId }, scope) => {
    const when = due(scope.task);
    const what = line('t2c-deal', '');
    node.className = 't2c-card t2c-' + when.urgency;
    node.append(line('t2c-due', when.words), what);
    whenKnown(taskId, card => { what.textContent = deal(card); });
  }
};
