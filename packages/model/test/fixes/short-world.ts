import { encodeText, makeCertificate } from '../support/make-certificate.ts';

/** Documents of one text. */
export function textOf(...documents: readonly string[]): string {
  return documents.join('---\n');
}

/** A resource of Istio's networking in the namespace `shop`; `spec` is indented by two. */
export function istio(kind: string, name: string, spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${spec}`;
}

/** A Namespace; `labels` is the field, indented by two. */
export function namespace(name: string, labels = ''): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n${labels}`;
}

/** A Service of the namespace `shop`. */
export function service(name: string, spec: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${spec}`;
}

/** A Deployment of the namespace `shop`, whose pods have these labels (in flow style). */
export function deployment(name: string, labels: string, port: number | null = 8080): string {
  const ports = port === null ? '' : `, ports: [{ containerPort: ${port} }]`;
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  selector:\n    matchLabels: ${labels}\n  template:\n    metadata:\n      labels: ${labels}\n    spec:\n      containers:\n        - { name: app, image: "app:1"${ports} }\n`;
}

/** A Gateway with one server for HTTP and these hosts (in flow style). */
export function gateway(hosts = '["*"]', more = ''): string {
  return istio(
    'Gateway',
    'front',
    `  selector:\n    istio: ingressgateway\n  servers:\n    - port: { number: 80, name: http, protocol: HTTP }\n      hosts: ${hosts}\n${more}`,
  );
}

/** A VirtualService on that Gateway with these http routes, indented by four. */
export function routes(http: string, hosts = '[shop.example.com]', name = 'shop'): string {
  return istio('VirtualService', name, `  hosts: ${hosts}\n  gateways: [front]\n  http:\n${http}`);
}

/** A Service with one port for http, which the destinations `cart` lead to. */
export const CART = service('cart', '  ports:\n    - { name: http, port: 80 }\n');

/** A route to it. */
export const TO_CART = '    - route:\n        - destination: { host: cart }\n';

/** A Secret with a certificate, where the pods of the assumed gateway read it. */
export const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: front-tls
  namespace: istio-system
type: kubernetes.io/tls
data:
  tls.crt: ${encodeText(makeCertificate('200101000000', '490101000000'))}
  tls.key: ${encodeText('-----BEGIN PRIVATE KEY-----')}
`;
