// Node-RED as a device would run it: no editor, no HTTP.
module.exports = { flowFile: "flows.json", httpAdminRoot: false, httpNodeRoot: false, logging: { console: { level: "warn" } } };
