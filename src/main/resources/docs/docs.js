// Starts Swagger UI on our own document; no validator badge, so nothing is asked of any other server.
window.addEventListener('DOMContentLoaded', () => {
    SwaggerUIBundle({
        url: '/openapi.yaml',
        dom_id: '#docs',
        deepLinking: true,
        docExpansion: 'list',
        defaultModelsExpandDepth: 0,
        tryItOutEnabled: true,
        validatorUrl: null,
        presets: [SwaggerUIBundle.presets.apis],
    });
});
