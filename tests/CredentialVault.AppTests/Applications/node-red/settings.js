// Node-RED's own defaults, but for who may use its editor and what a machine without a network cannot do.
const bcrypt = require("bcryptjs");

module.exports = {
  uiHost: "127.0.0.1",
  uiPort: Number(process.env.PORT),
  flowFile: "flows.json",
  credentialSecret: false,
  adminAuth: {
    type: "credentials",
    users: [
      {
        username: process.env.APP_USERNAME,
        password: bcrypt.hashSync(process.env.APP_PASSWORD, 8),
        permissions: "*",
      },
    ],
  },
  diagnostics: { enabled: false, ui: false },
  telemetry: { enabled: false, updateNotification: false },
  externalModules: { autoInstall: false, palette: { allowInstall: false } },
  editorTheme: { tours: false },
  logging: { console: { level: "info" } },
};
