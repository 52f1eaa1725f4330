// Makes whatever this process listens on reachable from this machine only: the Playground has no such option.
const net = require("node:net");
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  if (typeof given[0] === "object" && given[0] !== null && given[0].port !== undefined) given[0].host = "127.0.0.1";
  else if (typeof given[1] === "string") given[1] = "127.0.0.1";
  else given.splice(1, 0, "127.0.0.1");
  return listen.apply(this, given);
};
