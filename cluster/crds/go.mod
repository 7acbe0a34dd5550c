// Custom resource definitions of traffic routers, taken out of these modules as they are; no Go code of theirs is
// built. A module of its own, so that what they are built with decides nothing in ../kubernetes.
module example.invalid/rollout-conductor/cluster/crds

go 1.26.1

require (
	istio.io/api v1.31.1
	sigs.k8s.io/gateway-api v1.4.1
)
