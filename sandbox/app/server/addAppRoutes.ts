import type { FastifyInstance } from 'fastify';
import { refuseOtherNames } from '../../ownNames.js';
import type { AppParts } from './appParts.js';
import { addBundleRoutes } from './bundle/bundleRoutes.js';
import { addDefinitionRoute } from './definitionRoute.js';
import { addPageRoutes } from './page/pageRoutes.js';
import { addSecurityHeaders } from './securityHeaders.js';
import { addSignInRoutes } from './signIn/signInRoutes.js';
import { addThemeRoute } from './theme/themeRoute.js';
import { addWebResourceRoutes } from './webResource/webResourceRoutes.js';

/**
 * Adds the app host to the sandbox's own HTTP server, so that the app, its web resources and the Web API are one
 * origin, as in a real environment:
 *
 * - `GET /` leads to the app or to the sign-in page; `GET /sign-in`, `POST /sign-in` (`user=manager`), `POST /sign-out`
 * - `GET /main.aspx` the page of the app, whatever its query says
 * - `GET /app/definition` what the app shows to who is signed in, as an `AppDefinition`
 * - `GET /app/main.js`, `/app/main.css` and their source maps: the client; `GET /app/tokens.css`: Fluent's values
 * - `GET /WebResources/<name>`, also below a version as in `/%7B638…%7D/WebResources/<name>`
 */
export function addAppRoutes(app: FastifyInstance, parts: AppParts): void {
  addSecurityHeaders(app);
  refuseOtherNames(app);
  addSignInRoutes(app, parts);
  addPageRoutes(app, parts);
  addDefinitionRoute(app, parts);
  addBundleRoutes(app);
  addThemeRoute(app);
  addWebResourceRoutes(app, parts);
}
