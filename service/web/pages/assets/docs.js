/** The API reference: Swagger UI over the contract that this service serves, asking this service. */

const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => document.documentElement.classList.toggle("dark-mode", dark.matches);

dark.addEventListener("change", dress);
dress();

/** The request without parameters that only say what is the default: the service takes none of them beside JSON. */
function lean(request) {
  const url = new URL(request.url, location.href);
  if (url.searchParams.get("undated") === "false") url.searchParams.delete("undated");
  if (url.searchParams.get("offsets") === "codepoint") url.searchParams.delete("offsets");
  request.url = url.href;
  return request;
}

SwaggerUIBundle({
  url: "openapi.yaml",
  dom_id: "#reference",
  deepLinking: true,
  validatorUrl: null, // no other host is asked
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelExpandDepth: 3,
  defaultModelsExpandDepth: 0,
  syntaxHighlight: { activated: false }, // slow on long answers
  requestInterceptor: lean,
});
