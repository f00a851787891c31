import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { textForm } from './name-form.ts';

/** `gw`, `ns/gw`, `./gw` and the legacy `gw.ns.svc…` of an Istio Gateway; a short one stays short where it is right. */
export const GATEWAY_NAME = textForm({
  resolve: (text, { namespace }) => {
    const place = resolveGatewayName(text, namespace);
    return place === null ? null : `Gateway/${place.namespace}/${place.name}`;
  },
  rewrite: (text, reader, { namespace, name }) => {
    const qualified = `${namespace}/${name}`;
    const isShortRight = reader.namespace === namespace;
    if (text.startsWith('./')) {
      return isShortRight ? `./${name}` : qualified;
    }
    // A dot in a name without a slash would be read as the legacy form `name.namespace`.
    if (text.includes('/') || name.includes('.')) {
      return qualified;
    }
    const [, legacyNamespace, ...rest] = text.split('.');
    if (legacyNamespace !== undefined) {
      return [name, namespace, ...rest].join('.');
    }
    return isShortRight ? name : qualified;
  },
});
