/* Read before Admin builds itself. */

const LEFT_OUT = [
  // there are none, and nobody may make one
  'admin.dashboard.section:tenants'
];

document.querySelector('base').setAttribute('cam-exclude-plugins', LEFT_OUT.join(','));

export default {
  app: { vendor: 'Target to Close', name: 'Admin' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../look/session.js']
};
