export const id = 538;
export const ids = [538];
export const modules = {

/***/ 6538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kubeConfigOptions: () => (/* binding */ kubeConfigOptions)
/* harmony export */ });
/* harmony import */ var _kubernetes_client_node__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5282);
/* harmony import */ var _https_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4110);
/* harmony import */ var _support_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4387);
/* harmony import */ var _node_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(249);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8959);
/* harmony import */ var _unusable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7233);






/** Lets client-node's KubeConfig turn the entries into TLS options, an agent (by proxy) and OIDC tokens. */
async function kubeConfigOptions(cluster, user) {
    const kubeconfig = new _kubernetes_client_node__WEBPACK_IMPORTED_MODULE_3__/* .KubeConfig */ .yp();
    // For a plain http server there is no certificate to check, but KubeConfig wants this said; kubectl does not.
    const plain = String(cluster['server']).startsWith('http:') ? { 'insecure-skip-tls-verify': true } : {};
    const options = {};
    try {
        kubeconfig.loadFromString(JSON.stringify({
            clusters: [{ name: 'cluster', cluster: { ...cluster, ...plain } }],
            users: [{ name: 'user', user }],
            contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
            'current-context': 'context',
        }));
        await kubeconfig.applyToHTTPSOptions(options);
    }
    catch (error) {
        throw (0,_unusable_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._)((0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redact */ .E)((0,_node_error_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)), error);
    }
    const provider = kubeconfig.getCurrentUser()?.authProvider ?? undefined;
    // KubeConfig goes on without a token then, and the server would speak of system:anonymous.
    if ((0,_support_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(provider) &&
        provider['name'] === 'oidc' &&
        (0,_https_options_js__WEBPACK_IMPORTED_MODULE_0__/* .headersOf */ .Yl)(options, {})['Authorization'] === undefined) {
        throw (0,_unusable_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._)('its OIDC id-token is missing or has expired, and it has no refresh-token to get a new one');
    }
    return { options, provider };
}


/***/ })

};
