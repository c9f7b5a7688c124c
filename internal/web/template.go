package web

import (
	"html/template"
	"strings"
)

// parsePages reads every page of templates/ with the layout and the parts that
// they share.
func parsePages() map[string]*template.Template {
	shared := template.Must(template.New("").Funcs(functions()).ParseFS(templates, "templates/layout.html", "templates/parts.html"))
	files, err := templates.ReadDir("templates")
	if err != nil {
		panic(err) // embedded
	}
	pages := map[string]*template.Template{}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".html")
		if name == "layout" || name == "parts" {
			continue
		}
		pages[name] = template.Must(template.Must(shared.Clone()).ParseFS(templates, "templates/"+f.Name()))
	}
	return pages
}

// functions are what templates may call.
func functions() template.FuncMap {
	return template.FuncMap{
		"lower": strings.ToLower,
	}
}
