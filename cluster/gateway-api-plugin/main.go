// A traffic router for tests: it moves the weights of an HTTPRoute for the real Argo Rollouts controller, under
// the name, with the configuration and with the label of Argo's own Gateway API plugin, which no Go module offers.
// It is written against the controller's plugin interface alone. Header and mirror routes are accepted and ignored.
package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/rollout/trafficrouting/plugin/rpc"
	"github.com/argoproj/argo-rollouts/utils/plugin/types"
	"github.com/hashicorp/go-plugin"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/clientcmd"
)

const (
	// The key of the plugin's block in a Rollout's trafficRouting.plugins.
	name = "argoproj-labs/gatewayAPI"
	// On the route while its canary has any weight, so that GitOps tools can be told to leave the weights alone.
	inProgress = "rollouts.argoproj.io/gatewayapi-canary"
)

var (
	httpRoutes = schema.GroupVersionResource{Group: "gateway.networking.k8s.io", Version: "v1", Resource: "httproutes"}
	// The controller starts only plugins that know these two words.
	handshake = plugin.HandshakeConfig{
		ProtocolVersion:  1,
		MagicCookieKey:   "ARGO_ROLLOUTS_RPC_PLUGIN",
		MagicCookieValue: "trafficrouter",
	}
	done = types.RpcError{}
)

// router is what the controller calls.
type router struct {
	cluster dynamic.Interface
}

// configuration is the plugin's block in a Rollout.
type configuration struct {
	HTTPRoute string `json:"httpRoute"`
	Namespace string `json:"namespace"`
}

// InitPlugin finds the cluster by KUBECONFIG, which the controller passes on.
func (r *router) InitPlugin() types.RpcError {
	rules := clientcmd.NewDefaultClientConfigLoadingRules()
	config, err := clientcmd.NewNonInteractiveDeferredLoadingClientConfig(rules, nil).ClientConfig()
	if err != nil {
		return failed(err)
	}
	r.cluster, err = dynamic.NewForConfig(config)
	return failed(err)
}

// SetWeight gives the canary Service that share of the route, and the stable Service the rest.
func (r *router) SetWeight(rollout *v1alpha1.Rollout, weight int32, _ []v1alpha1.WeightDestination) types.RpcError {
	return failed(r.setWeight(rollout, int64(weight)))
}

func (r *router) setWeight(rollout *v1alpha1.Rollout, weight int64) error {
	canary := rollout.Spec.Strategy.Canary
	var config configuration
	if err := json.Unmarshal(canary.TrafficRouting.Plugins[name], &config); err != nil {
		return err
	}
	if config.Namespace == "" {
		config.Namespace = rollout.Namespace
	}
	routes := r.cluster.Resource(httpRoutes).Namespace(config.Namespace)
	route, err := routes.Get(context.TODO(), config.HTTPRoute, meta.GetOptions{})
	if err != nil {
		return err
	}
	weights := map[string]int64{canary.CanaryService: weight, canary.StableService: 100 - weight}
	if err := weigh(route, weights); err != nil {
		return fmt.Errorf("HTTPRoute %s: %w", config.HTTPRoute, err)
	}
	label(route, weight > 0)
	_, err = routes.Update(context.TODO(), route, meta.UpdateOptions{})
	return err
}

// weigh sets the weight of every backend of the route that is named; each name must be there at least once.
func weigh(route *unstructured.Unstructured, weights map[string]int64) error {
	found := map[string]bool{}
	rules, _, err := unstructured.NestedSlice(route.Object, "spec", "rules")
	if err != nil {
		return err
	}
	for _, rule := range rules {
		backends, _ := rule.(map[string]any)["backendRefs"].([]any)
		for _, each := range backends {
			backend := each.(map[string]any)
			service, _ := backend["name"].(string)
			if weight, ours := weights[service]; ours {
				backend["weight"] = weight
				found[service] = true
			}
		}
	}
	for service := range weights {
		if !found[service] {
			return fmt.Errorf("no backendRef is named %q", service)
		}
	}
	return unstructured.SetNestedSlice(route.Object, rules, "spec", "rules")
}

// label marks the route as one whose weights move, or takes the mark away.
func label(route *unstructured.Unstructured, moving bool) {
	labels := route.GetLabels()
	if labels == nil {
		labels = map[string]string{}
	}
	delete(labels, inProgress)
	if moving {
		labels[inProgress] = "in-progress"
	}
	route.SetLabels(labels)
}

// VerifyWeight says what the controller waits for: no gateway is asked, the weight stands as soon as it is written.
func (r *router) VerifyWeight(*v1alpha1.Rollout, int32, []v1alpha1.WeightDestination) (types.RpcVerified, types.RpcError) {
	return types.Verified, done
}

// UpdateHash has nothing to do: Services tell the versions apart.
func (r *router) UpdateHash(*v1alpha1.Rollout, string, string, []v1alpha1.WeightDestination) types.RpcError {
	return done
}

// SetHeaderRoute is accepted, so that steps which name it go on.
func (r *router) SetHeaderRoute(*v1alpha1.Rollout, *v1alpha1.SetHeaderRoute) types.RpcError {
	return done
}

// SetMirrorRoute is accepted, so that steps which name it go on.
func (r *router) SetMirrorRoute(*v1alpha1.Rollout, *v1alpha1.SetMirrorRoute) types.RpcError {
	return done
}

// RemoveManagedRoutes has nothing to do: none were made.
func (r *router) RemoveManagedRoutes(*v1alpha1.Rollout) types.RpcError {
	return done
}

// Type is the name under which the controller knows the plugin.
func (r *router) Type() string {
	return name
}

// failed turns an error into what goes over the wire, where an empty text means none.
func failed(err error) types.RpcError {
	if err == nil {
		return done
	}
	return types.RpcError{ErrorString: err.Error()}
}

func main() {
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: handshake,
		Plugins:         plugin.PluginSet{"RpcTrafficRouterPlugin": &rpc.RpcTrafficRouterPlugin{Impl: &router{}}},
	})
}
