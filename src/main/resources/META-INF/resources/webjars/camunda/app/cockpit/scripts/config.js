/* Read before Cockpit builds itself. */

export default {
  app: { vendor: 'Target to Close', name: 'Cockpit' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../look/session.js']
};
