/* Read before Cockpit builds itself. */

const LEFT_OUT = [
  // tasks belong to those who sell; Cockpit's users see none, and could not count them
  'cockpit.navigation:tasks',
  'cockpit.tasks.dashboard:task-dashboard',
  'cockpit.processInstance.runtime.tab:user-tasks-tab',
  // what nobody may do
  'cockpit.processInstance.runtime.action:add-variable-action',
  'cockpit.processInstance.runtime.action:cancel-process-instance-action',
  'cockpit.processDefinition.runtime.action:update-suspension-state-action',
  'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
  'cockpit.jobDefinition.action:update-suspension-state',
  'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
  'cockpit.repository.deployment.action:delete-deployment'
];

document.querySelector('base').setAttribute('cam-exclude-plugins', LEFT_OUT.join(','));

// Cockpit stays blank where a script of these is missing or broken, so that one it can do without is tried first
const figures = await import('../../look/figures.js').then(() => ['../look/figures.js'], () => []);

export default {
  app: { vendor: 'Target to Close', name: 'Cockpit' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../look/session.js', ...figures]
};
