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
