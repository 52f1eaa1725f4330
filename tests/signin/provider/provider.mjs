// A certified OpenID provider on loopback, with a person at its desk who does what the tests say: POST /desk.
// node provider.mjs PORT PATH: the issuer is http://127.0.0.1:PORT/PATH.
import http from "node:http";
import Provider from "oidc-provider";

const [port, path] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}/${path}`;
const desk = { people: {}, at_the_desk: null, id_token: null, userinfo_only: false };

const provider = new Provider(issuer, {
  clients: [{
    client_id: "waymark",
    client_secret: "a secret of the tests",
    grant_types: ["authorization_code", "refresh_token"],
    redirect_uris: ["https://waymark.example/sign-in/callback", "http://127.0.0.1:8123/sign-in/callback"],
    post_logout_redirect_uris: ["https://waymark.example/signed-out", "http://127.0.0.1:8123/signed-out"],
  }],
  claims: { openid: ["sub", "oid", "tid"], profile: ["name", "roles", "team"], email: ["email", "email_verified"] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (ctx, interaction) => `/${path}/desk/${interaction.uid}` },
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  pkce: { required: () => true },
  async findAccount(ctx, id) {
    const claims = desk.people[id];
    return claims && {
      accountId: id,
      claims: async (use) => (desk.userinfo_only && use === "id_token" ? { sub: id } : { ...claims, sub: id }),
    };
  },
  async loadExistingGrant(ctx) {  // nobody is asked for consent
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile email offline_access");
    await grant.save();
    return grant;
  },
});
provider.use(async (ctx, next) => {
  await next();
  if (ctx.oidc?.route === "token" && ctx.body?.id_token && desk.id_token) ctx.body.id_token = desk.id_token;
});

async function heard(request) {
  let body = "";
  for await (const part of request) body += part;
  return JSON.parse(body);
}

const answer = provider.callback();
http.createServer(async (request, response) => {
  if (request.url === "/desk") {
    Object.assign(desk, await heard(request));
    return response.end("{}");
  }
  if (!request.url.startsWith(`/${path}`)) return response.writeHead(404).end();
  request.originalUrl = request.url;
  request.url = request.url.slice(path.length + 1) || "/";
  if (request.url.startsWith("/desk/")) {
    const says = desk.at_the_desk ? { login: { accountId: desk.at_the_desk } } : { error: "access_denied" };
    return provider.interactionFinished(request, response, says);
  }
  return answer(request, response);
}).listen(Number(port), "127.0.0.1");
