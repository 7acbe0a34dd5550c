import { ActionableError } from '../../errors.ts';
import { missingAccess } from '../../kube/access.ts';
import { keptByServer } from '../../kube/service-proxy.ts';
import { renderRole } from '../../kube/role.ts';
import { type HttpRequest, type HttpScene, whyUnresolved } from './request.ts';
import { keptHeader } from './request-failure.ts';
import { shownUrl } from './http.ts';
import { placeOf, serviceAccess } from './service-proxy.ts';

/**
 * Makes sure that a name which may be a Service or not can be asked at all: where it does not resolve, what only
 * `.svc` names tell before the run has to hold for it too. Throws ActionableError, KubeError.
 */
export async function verifyReach(
  { url, method, headers }: HttpRequest,
  oauth: boolean,
  scene: HttpScene,
  signal: AbortSignal,
): Promise<void> {
  const place = placeOf(url, scene.namespace);
  if (place.kind !== 'either') return;
  const unresolved = await whyUnresolved(place.host, { url }, scene, signal);
  if (unresolved === undefined) return;
  const asked = scene.redact(`ask ${shownUrl(url)} for a check`);
  const what = `${place.host} does not resolve in DNS (${unresolved}), so it is taken for a Service of the cluster`;
  const kept = url.username !== '' || oauth ? 'authorization' : Object.keys(headers).find(keptByServer);
  if (kept !== undefined)
    throw new ActionableError({ what: `${what}.`, asked, next: `${keptHeader(kept)}.`, reason: 'bad-input' });
  const rule = serviceAccess(place.service, method);
  const access = await missingAccess(scene.client, [rule], signal);
  if (!access.known || access.missing.length === 0) return;
  throw new ActionableError({
    what: `${what}, and the user of the kubeconfig may not go there.`,
    asked,
    next: `write an address that this runner can reach, or let the user go through the API server:\n${renderRole([rule]).trimEnd()}`,
    reason: 'forbidden',
  });
}
