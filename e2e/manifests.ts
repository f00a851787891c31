/** An ingress of one of each kind, without frills: what most journeys begin with. */
export const SHOP = `# The shop's front door.
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop-gateway
spec:
  selector:
    istio: ingressgateway # the one that istioctl installs
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - shop.example.com
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts:
    - shop.example.com
  gateways:
    - shop-gateway
  http:
    - name: cart
      route:
        - destination:
            host: cart
            port:
              number: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  selector: { app: cart }
  ports:
    - { name: http, port: 8080 }
---
apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  selector: { app: orders }
  ports:
    - { name: http, port: 9090 }
`;

/** As many ingresses as asked for, one beside the other: four resources each. */
export function manyIngresses(count: number): string {
  const ingresses = Array.from({ length: count }, (_, index) =>
    SHOP.replaceAll('shop', `shop-${index}`)
      .replaceAll('cart', `cart-${index}`)
      .replaceAll('orders', `orders-${index}`),
  );
  return ingresses.join('---\n');
}

/** An ingress over three namespaces: the edge has the Gateway, two teams a VirtualService and Services each. */
export const TEAMS = ['shop', 'pay'].reduce(
  (text, team) => `${text}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${team}
  namespace: ${team}
spec:
  hosts: [${team}.example.com]
  gateways: [edge/front]
  http:
  - match:
    - uri: { prefix: /cart }
    route:
    - destination: { host: cart }
  - route:
    - destination: { host: cart.shop.svc.cluster.local }
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: ${team}
spec:
  selector: { app: cart }
  ports:
  - { name: http, port: 80 }
`,
  `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front
  namespace: edge
spec:
  selector: { istio: ingressgateway }
  servers:
  - port: { number: 80, name: http, protocol: HTTP }
    hosts: ["*"]
`,
);
