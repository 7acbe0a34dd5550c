// Says what Argo Rollouts makes of a condition: the very function that its metric providers call, with the very
// module of its expression language. Reads a case a line from stdin and answers each with a line on stdout.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/argoproj/argo-rollouts/utils/evaluate"
)

// question is a condition and a result. The result is JSON as a web metric reads it, or, with a word before, what
// Prometheus gives: "vector 0.5 NaN" is a []float64, "scalar NaN" a float64. JSON knows neither.
type question struct {
	Condition string `json:"condition"`
	Result    string `json:"result"`
}

// answer is "true", "false" or "error"; the message says why there is an error.
type answer struct {
	Answer  string `json:"answer"`
	Message string `json:"message,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64*1024*1024)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var asked question
		must(json.Unmarshal(lines.Bytes(), &asked))
		result, err := read(asked.Result)
		must(err)
		line, err := json.Marshal(judge(asked.Condition, result))
		must(err)
		fmt.Fprintln(out, string(line))
	}
	must(lines.Err())
}

func judge(condition string, result any) answer {
	holds, err := evaluate.EvalCondition(result, condition)
	if err != nil {
		// What follows the first line (a stack of Go, a drawing of the place) differs from machine to machine.
		return answer{"error", strings.SplitN(err.Error(), "\n", 2)[0]}
	}
	return answer{Answer: strconv.FormatBool(holds)}
}

func read(text string) (any, error) {
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "vector":
		values := []float64{}
		for _, field := range strings.Fields(rest) {
			value, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, err
			}
			values = append(values, value)
		}
		return values, nil
	case "scalar":
		return strconv.ParseFloat(rest, 64)
	default:
		var value any
		err := json.Unmarshal([]byte(text), &value)
		return value, err
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
