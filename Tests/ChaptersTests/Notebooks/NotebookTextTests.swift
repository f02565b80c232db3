import Testing

@testable import Chapters

@Suite struct NotebookTextTests {
    private func notebook(_ text: String) throws -> Notebook {
        Notebook(of: try Chapter(parsing: text, path: "a.md"))
    }

    @Test func `a chapter's notebook, to the byte`() throws {
        let text = """
            ---
            title: T
            author: A
            ---

            Words é.

            ```swift
            //| label: first
            //| echo: false
            //| tags: [parameters]
            let x = 1
            ```

            ~~~swift
            x
            ~~~
            """
        let expected = #"""
            {
             "cells": [
              {
               "cell_type": "raw",
               "id": "afd9ea77784849c5",
               "metadata": {
                "raw_mimetype": "application/yaml"
               },
               "source": [
                "---\n",
                "title: T\n",
                "author: A\n",
                "---"
               ]
              },
              {
               "cell_type": "markdown",
               "id": "0960e0e0f4692845",
               "metadata": {},
               "source": [
                "Words é."
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "ac6be65062b91988",
               "metadata": {
                "jupyter": {
                 "source_hidden": true
                },
                "name": "first",
                "tags": [
                 "parameters"
                ]
               },
               "outputs": [],
               "source": [
                "//| label: first\n",
                "//| echo: false\n",
                "//| tags: [parameters]\n",
                "let x = 1"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "6c861e4152afb6e6",
               "metadata": {
                "nbrun": {
                 "fence": {
                  "closing": "~~~",
                  "opening": "~~~swift",
                  "prefix": ""
                 }
                }
               },
               "outputs": [],
               "source": [
                "x"
               ]
              }
             ],
             "metadata": {
              "authors": [
               {
                "name": "A"
               }
              ],
              "kernelspec": {
               "display_name": "Swift",
               "language": "swift",
               "name": "swift"
              },
              "language_info": {
               "codemirror_mode": "swift",
               "file_extension": ".swift",
               "mimetype": "text/x-swift",
               "name": "swift",
               "pygments_lexer": "swift"
              },
              "nbrun": {
               "end": []
              },
              "title": "T"
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """#
        #expect(try notebook(text).text == expected)
    }

    @Test func `identifiers come from the content, and differ where the content is the same`() throws {
        let identifiers = { (text: String) in
            try self.notebook(text).text.matches(of: /"id": "([^"]*)"/).map { String($0.1) }
        }
        let cell = "```swift\n1\n```\n"
        let first = try identifiers(cell + cell + "\nprose\n\n" + cell)
        #expect(Set(first).count == 4)
        #expect(first[1] == first[0] + "-2" && first[3] == first[0] + "-3")
        #expect(try identifiers("other\n\n" + cell)[1] == first[0])
        #expect(first.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    }
}
