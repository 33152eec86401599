/* Read before Admin builds itself. */

export default {
  app: { vendor: 'Target to Close', name: 'Admin' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../look/session.js']
};
